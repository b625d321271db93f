// job.json: a job and what has become of it.
#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>

#include "run/error.h"
#include "run/formats.h"
#include "run/job.h"

namespace run {
namespace {

using Json = nlohmann::ordered_json;

constexpr JobState kStates[] = {JobState::prepared, JobState::running,   JobState::succeeded,
                                JobState::failed,   JobState::cancelled, JobState::timed_out};

std::string file_of(const std::string& folder) { return folder + "/job.json"; }

/// The values may be secrets.
Json names_of(const std::map<std::string, std::string>& env) {
  Json names = Json::array();
  for (const auto& variable : env) names.push_back(variable.first);
  return names;
}

Json json_of(const TaskResult& task) {
  Json json = {{"rank", task.rank},
               {"code", task.status.code},
               {"signal", task.status.signal},
               {"seconds", task.seconds},
               {"out", task.out}};
  if (!task.err.empty()) json["err"] = task.err;
  return json;
}

Json json_of(const Job& job, const JobResult& result) {
  Json json = {{"name", job.name},
               {"state", to_text(result.state)},
               {"exit_status", result.exit_status()},
               {"id", result.id},
               {"folder", job.folder},
               {"seconds", result.seconds},
               {"attempts", result.attempts},
               {"failed_rank", result.failed_rank},
               {"code", result.code},
               {"signal", result.signal},
               {"tasks", Json::array()},
               {"command", job.command},
               {"env", names_of(job.env)},
               {"clear_env", job.clear_env},
               {"working_dir", job.working_dir},
               {"ntasks", job.ntasks},
               {"time_limit", job.time_limit},
               {"retries", job.retries}};
  for (const TaskResult& task : result.tasks) json["tasks"].push_back(json_of(task));
  return json;
}

JobState state_of(const std::string& text) {
  const auto found = std::find_if(std::begin(kStates), std::end(kStates),
                                  [&](const JobState state) { return to_text(state) == text; });
  if (found == std::end(kStates)) throw Error("there is no state `" + text + "`");
  return *found;
}

JobResult result_of(const Json& json) {
  JobResult result;
  json.at("name").get_to(result.name);
  result.state = state_of(json.at("state").get<std::string>());
  json.at("id").get_to(result.id);
  json.at("folder").get_to(result.folder);
  json.at("seconds").get_to(result.seconds);
  json.at("attempts").get_to(result.attempts);
  json.at("signal").get_to(result.signal);
  for (const Json& one : json.at("tasks")) {
    TaskResult task{.rank = one.at("rank"),
                    .status = {.code = one.at("code"), .signal = one.at("signal")},
                    .out = one.at("out"),
                    .seconds = one.at("seconds")};
    if (one.contains("err")) one.at("err").get_to(task.err);
    result.tasks.push_back(std::move(task));
  }
  json.at("failed_rank").get_to(result.failed_rank);
  json.at("code").get_to(result.code);
  return result;
}

}  // namespace

JobResult read_job(const std::string& folder) {
  const std::string file = file_of(folder);
  const std::string text = detail::read_file(file);
  try {
    return result_of(Json::parse(text));
  } catch (const std::exception& error) {
    std::string why = error.what();  // `[json.exception.out_of_range.403] key 'name' not found`
    if (const std::size_t end = why.find("] "); why.starts_with("[json") && end != std::string::npos)
      why.erase(0, end + 2);
    throw Error(file + ": this is not the state of a job: " + why);
  }
}

void write_job(const Job& job, const JobResult& result) {
  // Words may be any bytes; what is not UTF-8 is only shown here.
  const std::string text = json_of(job, result).dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
  detail::write_file(file_of(job.folder), text);
}

}  // namespace run
