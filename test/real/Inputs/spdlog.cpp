// spdlog: sinks behind shared pointers, with setters; class templates with a mutex for a policy; a
// std::initializer_list of pointers; a pointer that two loggers share.
#include <run/run.h>
#include <spdlog/logger.h>
#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_color_sinks.h>

#include <memory>
#include <string>

#include "check.h"

struct Loggers {
  std::shared_ptr<spdlog::logger> network{};
  std::shared_ptr<spdlog::logger> storage{};
};

[[run::autoconvert]]
std::shared_ptr<spdlog::sinks::sink> console(spdlog::level::level_enum level = spdlog::level::warn) {
  auto sink = std::make_shared<spdlog::sinks::stdout_color_sink_mt>();
  sink->set_level(level);
  sink->set_pattern("[%^%l%$] %v");
  return sink;
}

[[run::autoconvert]]
std::shared_ptr<spdlog::sinks::rotating_file_sink_mt> file(const std::string& name, std::size_t mb) {
  return std::make_shared<spdlog::sinks::rotating_file_sink_mt>(name, mb << 20, 3);
}

[[run::autoconvert]]
Loggers loggers(const std::string& name) {
  auto shared = file(name, 5);
  auto network = std::make_shared<spdlog::logger>("network", spdlog::sinks_init_list{console(), shared});
  network->set_level(spdlog::level::debug);
  return {.network = network, .storage = std::make_shared<spdlog::logger>("storage", shared)};
}

#include "spdlog.run.h"

int main(int, char** arguments) {
  auto config = run::autoconvert<loggers>(std::string(arguments[0]) + ".log");
  const Loggers built = run::build(config);
  CHECK(built.network->name() == "network" && built.network->level() == spdlog::level::debug);
  CHECK(built.network->sinks().size() == 2 && built.network->sinks()[0]->level() == spdlog::level::warn);
  CHECK(built.storage->sinks().size() == 1 && built.storage->sinks()[0] == built.network->sinks()[1]);
  CHECK(run::from_yaml<Loggers>(run::to_yaml(config)) == config);
  CHECK(contains(run::to_yaml(config), "level: warn"));
  return check_result();
}
