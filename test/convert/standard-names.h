// Instances of the standard library's templates have the names that people write, without inline namespaces.
// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/standard-names.run.h
#include <chrono>
#include <filesystem>
#include <memory_resource>
#include <random>
#include <regex>
#include <string>
#include <vector>

struct Traits : std::char_traits<char> {};

// CHECK-LABEL: struct run::Target<::Names> {
struct Names {
  std::string text;                               // CHECK: ::run::Arg<::std::string> text{};
  std::pmr::string pooled;                        // CHECK: ::run::Arg<::std::pmr::string> pooled{};
  std::wstring wide;                              // CHECK: ::run::Arg<::std::wstring> wide{};
  std::basic_string<char, Traits> odd;            // CHECK: ::run::Arg<::std::basic_string<char, ::Traits>> odd{};
  std::filesystem::path path;                     // CHECK: ::run::Arg<::std::filesystem::path> path{};
  std::chrono::milliseconds wait{};               // CHECK: ::run::Arg<::std::chrono::milliseconds> wait{};
  std::chrono::duration<double> seconds{};        // CHECK: ::run::Arg<::std::chrono::duration<double>> seconds{};
  std::chrono::duration<float, std::milli> ms{};  // CHECK: ::run::Arg<::std::chrono::duration<float, ::std::milli>> ms{};
  std::chrono::system_clock::time_point from;     // CHECK: ::run::Arg<::std::chrono::system_clock::time_point> from{};
  std::mt19937_64 random;                         // CHECK: ::run::Arg<::std::mt19937_64> random{};
  std::regex pattern;                             // CHECK: ::run::Arg<::std::regex> pattern{};
};

[[run::autoconvert]] inline Names names() { return Names{.text = "n"}; }
