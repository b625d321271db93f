// What an action throws, as text.
#pragma once

#include <run/error.h>

#include <string>

template <class Action>
std::string error_of(Action&& action) {
  try {
    action();
  } catch (const run::Error& error) {
    return error.what();
  }
  return "nothing was thrown";
}
