#include "client/extract/confinement.h"

#include "client/extract/tuning.h"

#ifdef Q_OS_WIN
#else
#include <csignal>
#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>
#endif

#if defined(__linux__) && (defined(__x86_64__) || defined(__aarch64__))
#define VB_HAS_FILTER 1
#include <cstddef>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <vector>
#endif

namespace vb::client::extract {
namespace {

#ifndef Q_OS_WIN
bool limit(int resource, rlim_t soft, rlim_t hard) {
  const rlimit wanted{soft, hard};
  return setrlimit(static_cast<__rlimit_resource_t>(resource), &wanted) == 0;
}

// What the process used, in whole seconds.
rlim_t cpuSecondsUsed() {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  return static_cast<rlim_t>(used.ru_utime.tv_sec + used.ru_stime.tv_sec + 1);
}
#endif

#ifdef VB_HAS_FILTER
#ifdef __x86_64__
constexpr unsigned kArchitecture = AUDIT_ARCH_X86_64;
#else
constexpr unsigned kArchitecture = AUDIT_ARCH_AARCH64;
#endif

// Calls that reading a document never needs. They fail as if forbidden; whatever asks for them goes on without.
constexpr int kRefused[] = {
    SYS_socket,
    SYS_socketpair,
    SYS_connect,
    SYS_bind,
    SYS_execve,
    SYS_execveat,
    SYS_ptrace,
    SYS_process_vm_readv,
    SYS_process_vm_writev,
    SYS_kill,
    SYS_unlinkat,
    SYS_renameat2,
    SYS_truncate,
    SYS_ftruncate,
    SYS_mkdirat,
    SYS_linkat,
    SYS_symlinkat,
    SYS_mknodat,
    SYS_fchmod,
    SYS_fchmodat,
    SYS_fchown,
    SYS_fchownat,
    SYS_setxattr,
    SYS_mount,
    SYS_io_uring_setup,
    SYS_openat2,
#ifdef __x86_64__
    SYS_unlink,
    SYS_rename,
    SYS_renameat,
    SYS_mkdir,
    SYS_rmdir,
    SYS_link,
    SYS_symlink,
    SYS_creat,
    SYS_mknod,
    SYS_chmod,
    SYS_chown,
    SYS_lchown,
    SYS_fork,
    SYS_vfork,
#endif
};
constexpr unsigned kWrites = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC;

bool refuseCalls() {
  std::vector<sock_filter> program;
  const auto add = [&](unsigned short code, unsigned value, unsigned char whenTrue = 0, unsigned char whenFalse = 0) {
    program.push_back(sock_filter{code, whenTrue, whenFalse, value});
  };
  const auto load = [&](std::size_t offset) { add(BPF_LD | BPF_W | BPF_ABS, static_cast<unsigned>(offset)); };
  const unsigned refusal = SECCOMP_RET_ERRNO | 1;  // EPERM
  load(offsetof(seccomp_data, arch));
  add(BPF_JMP | BPF_JEQ | BPF_K, kArchitecture, 1, 0);
  add(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS);
  load(offsetof(seccomp_data, nr));
#ifdef __x86_64__
  add(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1);  // the other numbers of the same calls (x32)
  add(BPF_RET | BPF_K, refusal);
#endif
  for (const int number : kRefused) {
    add(BPF_JMP | BPF_JEQ | BPF_K, static_cast<unsigned>(number), 0, 1);
    add(BPF_RET | BPF_K, refusal);
  }
  const auto readOnly = [&](int number, std::size_t flags) {
    add(BPF_JMP | BPF_JEQ | BPF_K, static_cast<unsigned>(number), 0, 4);
    load(flags);
    add(BPF_JMP | BPF_JSET | BPF_K, kWrites, 0, 1);
    add(BPF_RET | BPF_K, refusal);
    add(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
  };
  readOnly(SYS_openat, offsetof(seccomp_data, args[2]));
#ifdef __x86_64__
  readOnly(SYS_open, offsetof(seccomp_data, args[1]));
#endif
  add(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
  const sock_fprog filter{static_cast<unsigned short>(program.size()), program.data()};
  return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) == 0;
}
#endif

}  // namespace

bool confine(CpuLimit cpu) {
  bool done = true;
#ifndef Q_OS_WIN
  constexpr int kHighestInherited = 1024;
  for (int file = 3; file < kHighestInherited; ++file) close(file);
  std::signal(SIGXFSZ, SIG_IGN);  // a write that is refused fails, and is told of
  done = limit(RLIMIT_CORE, 0, 0) && done;
  done = limit(RLIMIT_FSIZE, 0, 0) && done;
  done = limit(RLIMIT_NOFILE, kOpenFilesMax, kOpenFilesMax) && done;
  done = limit(RLIMIT_CPU, kCpuSeconds, cpu == CpuLimit::ofAll ? kCpuSeconds : RLIM_INFINITY) && done;
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)  // these map terabytes and use none of it
  done = limit(RLIMIT_AS, kAddressSpaceBytes, kAddressSpaceBytes) && done;
#endif
#endif
#ifdef VB_HAS_FILTER
  // A kernel without filters still has the limits.
  (void)refuseCalls();
#endif
  return done;
}

void renewCpuLimit() {
#ifndef Q_OS_WIN
  (void)limit(RLIMIT_CPU, cpuSecondsUsed() + kCpuSeconds, RLIM_INFINITY);
#endif
}

}  // namespace vb::client::extract
