#include "tests/server_core/failing_vfs.h"

namespace vb::test {
namespace {

// The real file lies behind ours in the same memory.
struct File {
  sqlite3_file base;
  FailingVfs* vfs;
  bool isWal;
  sqlite3_file* below() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

File* fileOf(sqlite3_file* file) { return reinterpret_cast<File*>(file); }
sqlite3_file* belowOf(sqlite3_file* file) { return fileOf(file)->below(); }
FailingVfs* vfsOf(sqlite3_vfs* vfs) { return static_cast<FailingVfs*>(vfs->pAppData); }

int closeFile(sqlite3_file* file) { return belowOf(file)->pMethods->xClose(belowOf(file)); }
int readFile(sqlite3_file* file, void* into, int bytes, sqlite3_int64 at) {
  return belowOf(file)->pMethods->xRead(belowOf(file), into, bytes, at);
}
int writeFile(sqlite3_file* file, const void* from, int bytes, sqlite3_int64 at) {
  if (const int failed = fileOf(file)->vfs->onWrite(); failed != SQLITE_OK) return failed;
  return belowOf(file)->pMethods->xWrite(belowOf(file), from, bytes, at);
}
int truncateFile(sqlite3_file* file, sqlite3_int64 size) {
  return belowOf(file)->pMethods->xTruncate(belowOf(file), size);
}
int syncFile(sqlite3_file* file, int flags) {
  if (const int failed = fileOf(file)->vfs->onWrite(); failed != SQLITE_OK) return SQLITE_IOERR_FSYNC;
  if (fileOf(file)->isWal) fileOf(file)->vfs->walSynced();
  return belowOf(file)->pMethods->xSync(belowOf(file), flags);
}
int fileSize(sqlite3_file* file, sqlite3_int64* size) {
  return belowOf(file)->pMethods->xFileSize(belowOf(file), size);
}
int lockFile(sqlite3_file* file, int level) { return belowOf(file)->pMethods->xLock(belowOf(file), level); }
int unlockFile(sqlite3_file* file, int level) { return belowOf(file)->pMethods->xUnlock(belowOf(file), level); }
int checkLock(sqlite3_file* file, int* out) { return belowOf(file)->pMethods->xCheckReservedLock(belowOf(file), out); }
int control(sqlite3_file* file, int op, void* arg) {
  return belowOf(file)->pMethods->xFileControl(belowOf(file), op, arg);
}
int sectorSize(sqlite3_file* file) { return belowOf(file)->pMethods->xSectorSize(belowOf(file)); }
int traits(sqlite3_file* file) { return belowOf(file)->pMethods->xDeviceCharacteristics(belowOf(file)); }
int shmMap(sqlite3_file* file, int page, int size, int extend, void volatile** out) {
  return belowOf(file)->pMethods->xShmMap(belowOf(file), page, size, extend, out);
}
int shmLock(sqlite3_file* file, int offset, int n, int flags) {
  return belowOf(file)->pMethods->xShmLock(belowOf(file), offset, n, flags);
}
void shmBarrier(sqlite3_file* file) { belowOf(file)->pMethods->xShmBarrier(belowOf(file)); }
int shmUnmap(sqlite3_file* file, int remove) { return belowOf(file)->pMethods->xShmUnmap(belowOf(file), remove); }

const sqlite3_io_methods kMethods = {2,        closeFile,  readFile,  writeFile, truncateFile, syncFile, fileSize,
                                     lockFile, unlockFile, checkLock, control,   sectorSize,   traits,   shmMap,
                                     shmLock,  shmBarrier, shmUnmap,  nullptr,   nullptr};

int openFile(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* outFlags) {
  auto* ours = fileOf(file);
  ours->vfs = vfsOf(vfs);
  ours->isWal = (flags & SQLITE_OPEN_WAL) != 0;
  ours->base.pMethods = nullptr;
  auto* below = ours->vfs->below();
  const int opened = below->xOpen(below, name, ours->below(), flags, outFlags);
  if (opened == SQLITE_OK) ours->base.pMethods = &kMethods;
  return opened;
}

}  // namespace

FailingVfs::FailingVfs() : below_(sqlite3_vfs_find(nullptr)) {
  vfs_ = *below_;
  vfs_.zName = "failing";
  vfs_.szOsFile = static_cast<int>(sizeof(File)) + below_->szOsFile;
  vfs_.pAppData = this;
  vfs_.xOpen = openFile;
  // The rest works on names only and asks the vfs it is given for nothing but its own kind.
  vfs_.xDelete = [](sqlite3_vfs* vfs, const char* name, int sync) {
    auto* below = vfsOf(vfs)->below();
    return below->xDelete(below, name, sync);
  };
  vfs_.xAccess = [](sqlite3_vfs* vfs, const char* name, int flags, int* out) {
    auto* below = vfsOf(vfs)->below();
    return below->xAccess(below, name, flags, out);
  };
  vfs_.xFullPathname = [](sqlite3_vfs* vfs, const char* name, int size, char* out) {
    auto* below = vfsOf(vfs)->below();
    return below->xFullPathname(below, name, size, out);
  };
  sqlite3_vfs_register(&vfs_, 0);
}

FailingVfs::~FailingVfs() { sqlite3_vfs_unregister(&vfs_); }

int FailingVfs::onWrite() {
  if (left_ < 0) return SQLITE_OK;
  if (left_ > 0) {
    --left_;
    return SQLITE_OK;
  }
  ++failures_;
  return result_;
}

}  // namespace vb::test
