// Runs a fuzzer's function as a plain test, with every compiler: each line of the given files and each file whole, then
// damaged ones by a seed. Usage: NAME ROUNDS FILE...
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "tests/support/fake_time.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

constexpr std::size_t kInputBytesMax = 16 * 1024;

void run(const std::string& input) {
  // A copy of its exact size: reading past its end is found by the address sanitizer.
  const std::vector<std::uint8_t> bytes(input.begin(), input.end());
  LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
}

std::string damaged(const std::vector<std::string>& inputs, vb::test::FakeRandom& random) {
  auto text = inputs[random.below(inputs.size())];
  for (auto left = 1 + random.below(6); left > 0; --left) {
    const auto at = random.below(text.size() + 1);
    const auto& other = inputs[random.below(inputs.size())];
    switch (random.below(5)) {
      case 0:
        text.insert(at, 1, static_cast<char>(random.below(256)));
        break;
      case 1:
        if (at < text.size()) text[at] = static_cast<char>(text[at] ^ (1 << random.below(8)));
        break;
      case 2:
        text.erase(at, 1 + random.below(16));
        break;
      case 3:
        if (!other.empty()) text.insert(at, other.substr(random.below(other.size()), 1 + random.below(64)));
        break;
      default:
        text.insert(at, text.substr(random.below(text.size() + 1), 32));
    }
  }
  text.resize(std::min(text.size(), kInputBytesMax));
  return text;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  std::vector<std::string> inputs{""};
  for (int i = 2; i < argc; ++i) {
    std::ifstream in(argv[i], std::ios::binary);
    if (!in) {
      std::fprintf(stderr, "cannot read %s\n", argv[i]);
      return 2;
    }
    const std::string whole{std::istreambuf_iterator<char>(in), {}};
    for (std::size_t at = 0; at < whole.size();) {
      const auto end = std::min(whole.find('\n', at), whole.size());
      inputs.push_back(whole.substr(at, end - at));
      at = end + 1;
    }
    inputs.push_back(whole.substr(0, kInputBytesMax));
  }
  for (const auto& input : inputs) run(input);
  vb::test::FakeRandom random(20'261'124);
  for (int round = std::atoi(argv[1]); round > 0; --round) run(damaged(inputs, random));
  return 0;
}
