// once(): an answer that is called once. What it holds is let go where it is called, not where the last copy of it
// happens to end: workers may still have one.
#pragma once

#include <functional>
#include <memory>
#include <utility>

namespace vb::server::api {

template <class Answer, class Function>
std::function<void(Answer)> once(Function function) {
  auto held = std::make_shared<std::function<void(Answer)>>(std::move(function));
  return [held](Answer answer) {
    const auto called = std::exchange(*held, nullptr);
    called(std::move(answer));
  };
}

}  // namespace vb::server::api
