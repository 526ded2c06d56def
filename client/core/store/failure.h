// StoreFailure: SQLite said no (disk, corruption, lock). Thrown inside the store room only; the public calls turn it
// into a Result at the door.
#pragma once

#include <type_traits>
#include <utility>

#include "shared/base/result.h"

namespace vb::client::store {

inline constexpr char kCorrupt[] = "corrupt";  // detail of ioFailed when the file is damaged

struct StoreFailure {
  Error error;
};

// Runs `work`; its Result or value, or the failure that it threw.
template <class Work>
auto guarded(Work&& work) -> std::conditional_t<std::is_void_v<decltype(work())>, Result<void>, decltype(work())> {
  try {
    if constexpr (std::is_void_v<decltype(work())>) {
      work();
      return Result<void>();
    } else {
      return work();
    }
  } catch (const StoreFailure& failure) {
    return failure.error;
  }
}

}  // namespace vb::client::store
