#include "server/ops/metrics.h"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sys/resource.h>
#include <unistd.h>

namespace vb::server::ops {
namespace {

std::string numberText(double value) {
  char text[40];
  std::snprintf(text, sizeof text, "%.15g", value);
  return text;
}

double seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

}  // namespace

std::string metricsText(const std::vector<Sample>& samples) {
  std::string out;
  for (const auto& sample : samples) {
    const std::string name = "vraagbaak_" + std::string(sample.name);
    out.append("# HELP ").append(name).append(" ").append(sample.help).append("\n# TYPE ").append(name);
    out.append(sample.kind == SampleKind::counter ? " counter\n" : " gauge\n");
    out.append(name).append(" ").append(numberText(sample.value)).append("\n");
  }
  return out;
}

std::vector<Sample> processSamples() {
  rusage usage{};
  if (getrusage(RUSAGE_SELF, &usage) != 0) return {};
  std::vector<Sample> samples{{"process_cpu_seconds_total", "CPU time used.", SampleKind::counter,
                               seconds(usage.ru_utime) + seconds(usage.ru_stime)}};
  std::ifstream memory("/proc/self/statm");
  double pages = 0;
  double resident = 0;
  if (memory >> pages >> resident)
    samples.push_back({"process_resident_memory_bytes", "Resident memory.", SampleKind::gauge,
                       resident * static_cast<double>(sysconf(_SC_PAGESIZE))});
  std::error_code failed;
  double open = 0;
  for (auto entry = std::filesystem::directory_iterator("/proc/self/fd", failed);
       !failed && entry != std::filesystem::directory_iterator(); entry.increment(failed))
    ++open;
  if (open > 0) samples.push_back({"process_open_fds", "Open file descriptors.", SampleKind::gauge, open});
  return samples;
}

}  // namespace vb::server::ops
