#include "UnfinishedValue.h"

#include <algorithm>
#include <utility>

#include "DocumentReader.h"
#include "Factories.h"
#include "Texts.h"
#include "run/error.h"

namespace run::detail {
namespace {

class Scanner {
 public:
  Scanner(std::string_view text, Types types) : text_(text) { open_.push_back({'\0', types, nullptr, types}); }

  UnfinishedValue scan() {
    for (std::size_t at = 0; at < text_.size(); ++at) {
      const char c = text_[at];
      const bool begins = trimmed(text_.substr(begin_, at - begin_)).empty();
      if ((c == '"' || c == '\'') && begins) {
        at = text_.find(c, at + 1);
        if (at == std::string_view::npos) return {.begin = text_.size(), .is_value = false};
      } else if (c == '(' || c == '[' || c == '{') {
        open(at);
      } else if (c == ')' || c == ']' || c == '}') {
        if (open_.size() > 1) open_.pop_back();
        begin_ = at + 1;
        is_closed_ = true;
        continue;
      } else if (c == ',' && open_.size() > 1) {
        next(at + 1);
      } else if (c == '=' && open_.back().bracket == '(' && !open_.back().is_named) {
        name(at);
      } else if (c == ':' && open_.back().bracket == '{') {
        open_.back().now = open_.back().types;
        begin_ = at + 1;
      }
      if (c != ' ') is_closed_ = false;
    }
    return end();
  }

 private:
  /// What is open: the text as a whole, a call, a list, a map.
  struct Frame {
    char bracket;
    Types types;  // of each element or entry; nothing of a call
    const TargetInfo* call;
    Types now;              // of what is being typed
    std::size_t count = 0;  // what stands before
    bool is_named = false;  // `name=` stands before what is being typed
    std::vector<std::string_view> given = {};
  };

  void open(std::size_t at) {
    const Types wanted = open_.back().now;
    const std::string_view name = trimmed(text_.substr(begin_, at - begin_));
    Frame frame{text_[at], {}, nullptr, {}};
    if (frame.bracket == '(' && !name.empty()) {
      frame.call = called(name, wanted);
    } else {
      for (const Type* type : wanted) {
        const Type& inner = type->opened();
        if (inner.kind == TypeKind::sequence && frame.bracket == '[') frame.types = inner.parts;
        if (inner.kind == TypeKind::map && frame.bracket == '{') frame.types = inner.parts.subspan(1, 1);
      }
      if (frame.bracket == '[') frame.now = frame.types;
    }
    open_.push_back(std::move(frame));
    begin_ = at + 1;
    by_place();
  }

  void next(std::size_t begin) {
    Frame& frame = open_.back();
    ++frame.count;
    frame.is_named = false;
    frame.now = frame.bracket == '[' ? frame.types : Types();
    begin_ = begin;
    by_place();
  }

  /// An argument of a call that has no name belongs to the parameter of its number.
  void by_place() {
    Frame& frame = open_.back();
    if (frame.call == nullptr || frame.count >= frame.call->parameters.size()) return;
    if (frame.given.empty()) frame.now = frame.call->parameters[frame.count].types;
  }

  void name(std::size_t at) {
    Frame& frame = open_.back();
    const std::string_view name = trimmed(text_.substr(begin_, at - begin_));
    frame.is_named = true;
    frame.given.push_back(name);
    frame.now = {};
    if (frame.call != nullptr)
      if (const std::size_t found = frame.call->find(name); found < frame.call->parameters.size())
        frame.now = frame.call->parameters[found].types;
    begin_ = at + 1;
  }

  static const TargetInfo* called(std::string_view name, Types wanted) {
    try {
      return &find_factory(name, wanted).call();
    } catch (const Error&) {
      return nullptr;  // it will be told when the line is run
    }
  }

  UnfinishedValue end() {
    Frame& frame = open_.back();
    UnfinishedValue end{.begin = begin_, .types = frame.now, .is_value = !is_closed_};
    while (end.begin < text_.size() && text_[end.begin] == ' ') ++end.begin;
    if (frame.call == nullptr || frame.is_named || is_closed_) return end;
    end.call = frame.call;
    end.named = std::move(frame.given);
    // By place: the first ones.
    for (std::size_t i = 0; i + end.named.size() < frame.count; ++i)
      end.named.push_back(frame.call->parameters[i].name);
    return end;
  }

  std::string_view text_;
  std::vector<Frame> open_;
  std::size_t begin_ = 0;
  bool is_closed_ = false;  // behind a closing bracket nothing can stand
};

}  // namespace

UnfinishedValue unfinished_value(std::string_view text, Types types) { return Scanner(text, types).scan(); }

}  // namespace run::detail
