// What all executors have in common.
#include "run/executor.h"

#include <csignal>

#include "run/error.h"

namespace run {

void RunningJob::cancel() { cancel(SIGTERM); }

JobResult RunningJob::wait() {
  while (!has_ended(wait_for(std::chrono::hours(1)))) {
  }
  return result();
}

Job Executor::prepare(Job job) const {
  job.env.insert(env.begin(), env.end());  // what the job says itself stays
  if (!working_dir.empty()) job.working_dir = working_dir;
  if (ntasks != 1) job.ntasks = ntasks;
  if (time_limit != 0) job.time_limit = time_limit;
  if (retries != 0) job.retries = retries;
  job.check();
  return job;
}

std::string Executor::path_in_job(const std::string& path, const Job&) const { return path; }

}  // namespace run
