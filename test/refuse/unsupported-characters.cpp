// The configuration keeps a const char* as a text, up to its first NUL: what is no such text would be cut, or read beyond
// its end.
// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>

class Blob {
 public:
  Blob(const char* bytes, std::size_t size);
  Blob(const char* first, const char* last);
  explicit Blob(const char* name);
  explicit Blob(std::string_view bytes);
  void set_label(const char* label);

 private:
  std::string bytes_;
};
Blob operator""_blob(const char* bytes, std::size_t size);

constexpr char kMagic[4] = {'R', 'I', 'F', 'F'};
constexpr char kName[] = "name";
constexpr std::string_view kView = "hello world";

// CHECK: :[[@LINE+2]]:47: error: the configuration keeps a const char* as a text that ends with its first NUL: 'Blob' takes characters of which that is not known [run-unsupported]
// CHECK: :[[@LINE+1]]:47: note: give a std::string to a function of your own
[[run::autoconvert]] Blob nul() { return Blob("a\0b", 3); }
// CHECK: :[[@LINE+1]]:49: error: the configuration keeps a const char* as a text that ends with its first NUL: 'Blob' takes characters
[[run::autoconvert]] Blob array() { return Blob(kMagic, sizeof kMagic); }
// CHECK: :[[@LINE+1]]:50: error: the configuration keeps a const char*
[[run::autoconvert]] Blob fourcc() { return Blob(kMagic); }
// CHECK: :[[@LINE+1]]:70: error: the configuration keeps a const char*
[[run::autoconvert]] Blob handed(std::string_view key) { return Blob(key.data(), key.size()); }
// CHECK: :[[@LINE+1]]:64: error: the configuration keeps a const char* as a text that ends with its first NUL: 'Blob' takes two pointers into one [run-unsupported]
[[run::autoconvert]] Blob range() { return Blob(kView.begin(), kView.end()); }
// CHECK: :[[@LINE+1]]:67: error: {{.*}} 'Blob' takes two pointers into one
[[run::autoconvert]] Blob ends() { return Blob(std::begin(kName), std::end(kName)); }
// CHECK: :[[@LINE+1]]:62: error: {{.*}} 'Blob' takes two pointers into one
[[run::autoconvert]] Blob part() { return Blob(kView.data(), kView.data() + 5); }
// CHECK: :[[@LINE+1]]:46: error: the configuration keeps a const char*
[[run::autoconvert]] Blob literal() { return "a\0b"_blob; }

struct Slice {
  const char* data = nullptr;
  std::size_t size = 0;
};
// CHECK: :[[@LINE+1]]:52: error: the configuration keeps a const char*{{.*}} 'Slice' takes characters
[[run::autoconvert]] Slice sliced() { return Slice{"a\0b", 3}; }

// Texts, and characters that are no const char*.
[[run::autoconvert]] Blob text(const char* name, const std::string& key) {
  Blob blob(name);
  blob.set_label("label");
  blob = Blob("four", 4);
  blob = Blob(key.c_str(), key.size());
  blob = Blob(kName, sizeof kName - 1);
  blob = Blob(name, kName);
  blob = Blob(kView.substr(2));
  blob = Blob("abc\0def" + 4);
  return "text"_blob;
}

#include "unsupported-characters.run.h"
