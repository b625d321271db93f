// Classes whose objects hold each other in every kind of container, and their targets as the compiler would write them.
#pragma once

#include <run/target.h>

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "everything_target.h"
#include "zoo.h"

namespace parts {

class Part {
 public:
  explicit Part(std::string its_name) : name(std::move(its_name)) {}
  virtual ~Part() = default;
  const std::string name;
  double weight = 0;
  zoo::Mood mood = zoo::Mood::calm;
  zoo::Date date;
  std::vector<int> sizes;
  std::vector<std::vector<int>> table;
  std::map<int, std::string> ports;
  std::vector<std::shared_ptr<Part>> children;
  std::map<std::string, std::shared_ptr<Part>> named;
  std::shared_ptr<Part> child;
};

class Wheel : public Part {
 public:
  using Part::Part;
  int radius = 0;
};

}  // namespace parts

template <>
struct run::Target<::parts::Part> {
  static constexpr ::std::string_view name = "parts::Part";
  struct Args {
    ::run::Arg<::std::string> name{};
    ::run::Arg<double> weight{};
    ::run::Arg<::zoo::Mood> mood{};
    ::run::Arg<::zoo::Date> date{};
    ::run::Arg<::std::vector<int>> sizes{};
    ::run::Arg<::std::vector<::std::vector<int>>> table{};
    ::run::Arg<::std::map<int, ::std::string>> ports{};
    ::run::Arg<::std::vector<::std::shared_ptr<::parts::Part>>> children{};
    ::run::Arg<::std::map<::std::string, ::std::shared_ptr<::parts::Part>>> named{};
    ::run::Arg<::std::shared_ptr<::parts::Part>> child{};
  };
  union Fields {
    ::run::Handle self;
    ::run::Field<::std::string, 0> name;
    ::run::Field<double, 1> weight;
    ::run::Field<::zoo::Mood, 2> mood;
    ::run::Field<::zoo::Date, 3> date;
    ::run::Field<::std::vector<int>, 4> sizes;
    ::run::Field<::std::vector<::std::vector<int>>, 5> table;
    ::run::Field<::std::map<int, ::std::string>, 6> ports;
    ::run::Field<::std::vector<::std::shared_ptr<::parts::Part>>, 7> children;
    ::run::Field<::std::map<::std::string, ::std::shared_ptr<::parts::Part>>, 8> named;
    ::run::Field<::std::shared_ptr<::parts::Part>, 9> child;
  };
  static constexpr ::run::Parameter parameters[] = {
      ::run::parameter<::std::string>("name"),
      ::run::field<double>("weight"),
      ::run::field<::zoo::Mood>("mood"),
      ::run::field<::zoo::Date>("date"),
      ::run::field<::std::vector<int>>("sizes"),
      ::run::field<::std::vector<::std::vector<int>>>("table"),
      ::run::field<::std::map<int, ::std::string>>("ports"),
      ::run::field<::std::vector<::std::shared_ptr<::parts::Part>>>("children"),
      ::run::field<::std::map<::std::string, ::std::shared_ptr<::parts::Part>>>("named"),
      ::run::field<::std::shared_ptr<::parts::Part>>("child"),
  };
  static ::parts::Part build(::run::Built& args) { return ::parts::Part(args.get<::std::string>(0)); }
  static void set(::parts::Part& object, ::std::size_t parameter, ::run::Built& args) {
    switch (parameter) {
      case 1:
        object.weight = args.get<double>(1);
        break;
      case 2:
        object.mood = args.get<::zoo::Mood>(2);
        break;
      case 3:
        object.date = args.get<::zoo::Date>(3);
        break;
      case 4:
        args.assign(object.sizes, 4);
        break;
      case 5:
        args.assign(object.table, 5);
        break;
      case 6:
        args.assign(object.ports, 6);
        break;
      case 7:
        args.assign(object.children, 7);
        break;
      case 8:
        args.assign(object.named, 8);
        break;
      case 9:
        object.child = args.get<::std::shared_ptr<::parts::Part>>(9);
        break;
      default:
        break;
    }
  }
};
template <>
inline const bool run::registered<::parts::Part> = ::run::register_target<::parts::Part>();

template <>
struct run::Target<::parts::Wheel> {
  static constexpr ::std::string_view name = "parts::Wheel";
  struct Args {
    ::run::Arg<::std::string> name{};
    ::run::Arg<double> weight{};
    ::run::Arg<::zoo::Mood> mood{};
    ::run::Arg<::zoo::Date> date{};
    ::run::Arg<::std::vector<int>> sizes{};
    ::run::Arg<::std::vector<::std::vector<int>>> table{};
    ::run::Arg<::std::map<int, ::std::string>> ports{};
    ::run::Arg<::std::vector<::std::shared_ptr<::parts::Part>>> children{};
    ::run::Arg<::std::map<::std::string, ::std::shared_ptr<::parts::Part>>> named{};
    ::run::Arg<::std::shared_ptr<::parts::Part>> child{};
    ::run::Arg<int> radius{};
  };
  union Fields {
    ::run::Handle self;
    ::run::Field<::std::string, 0> name;
    ::run::Field<double, 1> weight;
    ::run::Field<::zoo::Mood, 2> mood;
    ::run::Field<::zoo::Date, 3> date;
    ::run::Field<::std::vector<int>, 4> sizes;
    ::run::Field<::std::vector<::std::vector<int>>, 5> table;
    ::run::Field<::std::map<int, ::std::string>, 6> ports;
    ::run::Field<::std::vector<::std::shared_ptr<::parts::Part>>, 7> children;
    ::run::Field<::std::map<::std::string, ::std::shared_ptr<::parts::Part>>, 8> named;
    ::run::Field<::std::shared_ptr<::parts::Part>, 9> child;
    ::run::Field<int, 10> radius;
  };
  static constexpr ::run::Parameter parameters[] = {
      ::run::parameter<::std::string>("name"),
      ::run::field<double>("weight"),
      ::run::field<::zoo::Mood>("mood"),
      ::run::field<::zoo::Date>("date"),
      ::run::field<::std::vector<int>>("sizes"),
      ::run::field<::std::vector<::std::vector<int>>>("table"),
      ::run::field<::std::map<int, ::std::string>>("ports"),
      ::run::field<::std::vector<::std::shared_ptr<::parts::Part>>>("children"),
      ::run::field<::std::map<::std::string, ::std::shared_ptr<::parts::Part>>>("named"),
      ::run::field<::std::shared_ptr<::parts::Part>>("child"),
      ::run::field<int>("radius"),
  };
  using Bases = ::run::Bases<::parts::Part>;
  static ::parts::Wheel build(::run::Built& args) { return ::parts::Wheel(args.get<::std::string>(0)); }
  static void set(::parts::Wheel& object, ::std::size_t parameter, ::run::Built& args) {
    switch (parameter) {
      case 1:
        object.weight = args.get<double>(1);
        break;
      case 2:
        object.mood = args.get<::zoo::Mood>(2);
        break;
      case 3:
        object.date = args.get<::zoo::Date>(3);
        break;
      case 4:
        args.assign(object.sizes, 4);
        break;
      case 5:
        args.assign(object.table, 5);
        break;
      case 6:
        args.assign(object.ports, 6);
        break;
      case 7:
        args.assign(object.children, 7);
        break;
      case 8:
        args.assign(object.named, 8);
        break;
      case 9:
        object.child = args.get<::std::shared_ptr<::parts::Part>>(9);
        break;
      case 10:
        object.radius = args.get<int>(10);
        break;
      default:
        break;
    }
  }
};
template <>
inline const bool run::registered<::parts::Wheel> = ::run::register_target<::parts::Wheel>();
