// What benchmarks count with. Header only.
#pragma once

#include <algorithm>
#include <cstddef>
#include <ctime>
#include <vector>

#include <QtGlobal>

#include "shared/base/result.h"

namespace vb::bench {

// Of this thread: what something costs on a machine that does other things too.
inline double threadMilliseconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

inline double percentile(std::vector<double> values, double part) {
  std::sort(values.begin(), values.end());
  return values.empty()
             ? 0
             : values[std::min(values.size() - 1, static_cast<std::size_t>(part * static_cast<double>(values.size())))];
}

inline void check(const Result<void>& result) {
  if (!result) qFatal("%s", result.error().detail.c_str());
}

}  // namespace vb::bench
