// .run-autoconvert, found upwards from a source file => what is exempt and what is configurable without an attribute.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/GlobPattern.h"

namespace autoconvert {

class Policy {
 public:
  /// The policy of the nearest folder that has one; an empty one where none has. What is wrong with it is added to
  /// `Errors`, each as `file:line:column: error: …`.
  static Policy of(llvm::StringRef SourceFile, std::vector<std::string>& Errors);

  /// By the qualified name: `app::Point`. A pattern that matches a namespace or class matches what is in it.
  bool exempts(llvm::StringRef Name) const;
  bool configures(llvm::StringRef Name) const;
  bool empty() const { return Exempt.empty() && Configure.empty(); }
  /// The file; empty if there is none.
  const std::string& file() const { return File; }

 private:
  friend class PolicyReader;
  std::string File;
  std::vector<std::unique_ptr<std::string>> Names;  ///< which the patterns refer to
  std::vector<llvm::GlobPattern> Exempt;
  std::vector<llvm::GlobPattern> Configure;
};

/// The policy that holds on this thread while a file is read.
class PolicyInForce {
 public:
  explicit PolicyInForce(const Policy& P);
  PolicyInForce(const PolicyInForce&) = delete;
  PolicyInForce& operator=(const PolicyInForce&) = delete;
  ~PolicyInForce();
  /// Null if there is none.
  static const Policy* get();

 private:
  const Policy* Before;
};

}  // namespace autoconvert
