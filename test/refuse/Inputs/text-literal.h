// A library whose macro for texts is a lambda.
#pragma once
#pragma GCC system_header
#include <string>
#define TextLiteral(s) ([]() -> std::string { return std::string(s); }())
