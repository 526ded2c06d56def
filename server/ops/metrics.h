// Metrics: plain samples as Prometheus text (exposition format 0.0.4). Pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vb::server::ops {

enum class SampleKind {
  counter,  // only grows, until the process ends; its name ends in _total
  gauge,    // goes up and down
};

struct Sample {
  std::string_view name;  // without the prefix vraagbaak_
  std::string_view help;
  SampleKind kind = SampleKind::counter;
  double value = 0;
};

std::string metricsText(const std::vector<Sample>& samples);
// Of this process: CPU seconds, resident memory, open descriptors. Empty where /proc is not there.
std::vector<Sample> processSamples();

}  // namespace vb::server::ops
