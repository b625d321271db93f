// Recipes that every run shares.
#pragma once

#include <memory>
#include <string>
#include <utility>

#include "llm/trainer/auto_resume.h"
#include "llm/trainer/logger.h"

namespace llm {

[[run::autoconvert]]
inline Logger default_log(std::string dir = "results", std::string name = "default") {
  return Logger(std::move(dir), std::move(name));
}

[[run::autoconvert]]
inline std::unique_ptr<AutoResume> default_resume() {
  return std::make_unique<AutoResume>(/*resume_if_exists=*/true, /*resume_ignore_no_checkpoint=*/true);
}

}  // namespace llm
