#include "CaughtSignals.h"

#include <atomic>
#include <cstddef>

namespace run::detail {
namespace {

// How often each has arrived. Lock-free, so a handler may count.
std::array<std::atomic<int>, NSIG> arrived{};
static_assert(std::atomic<int>::is_always_lock_free);

bool is_caught = false;

void note(int signal) { arrived[static_cast<std::size_t>(signal)].fetch_add(1); }

}  // namespace

CaughtSignals::CaughtSignals() : is_outermost_(!is_caught) {
  if (!is_outermost_) return;
  is_caught = true;
  for (std::size_t i = 0; i < kSignals.size(); ++i) {
    arrived[static_cast<std::size_t>(kSignals[i])] = 0;
    struct sigaction ours {};
    ours.sa_handler = note;
    ::sigemptyset(&ours.sa_mask);  // without SA_RESTART: what waits is to wake
    ::sigaction(kSignals[i], nullptr, &before_[i]);
    // What the process was told to ignore (by nohup, say) stays ignored.
    if (before_[i].sa_handler != SIG_IGN) ::sigaction(kSignals[i], &ours, nullptr);
  }
  struct sigaction ignored {};
  ignored.sa_handler = SIG_IGN;
  ::sigaction(SIGPIPE, &ignored, &pipe_before_);
}

CaughtSignals::~CaughtSignals() {
  if (!is_outermost_) return;
  is_caught = false;
  for (std::size_t i = 0; i < kSignals.size(); ++i) ::sigaction(kSignals[i], &before_[i], nullptr);
  ::sigaction(SIGPIPE, &pipe_before_, nullptr);
  for (const int signal : take()) ::raise(signal);
}

std::vector<int> CaughtSignals::take() {
  std::vector<int> signals;
  for (const int signal : kSignals)
    if (arrived[static_cast<std::size_t>(signal)].exchange(0) != 0) signals.push_back(signal);
  return signals;
}

}  // namespace run::detail
