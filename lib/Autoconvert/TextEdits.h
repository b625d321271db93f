// edits of a file => its new text, formatted where it changed.
#pragma once

#include <string>

#include "Draft.h"

namespace autoconvert {

/// Makes the edits and adds the includes, with the line ends of the file; then the changed stretches are formatted by
/// the .clang-format that is found upwards from `Path`, if there is one. False with a problem when edits overlap.
bool applyEdits(const std::string& Path, const FileDraft& Of, std::string& Into, std::string& Problem);

}  // namespace autoconvert
