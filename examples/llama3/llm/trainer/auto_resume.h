// Whether a run goes on where an earlier one of the same name stopped, and how often it writes what that needs.
#pragma once

namespace llm {

class AutoResume {
 public:
  /// \param resume_if_exists go on from the last checkpoint; otherwise begin anew and overwrite it
  /// \param resume_ignore_no_checkpoint begin anew where there is none; otherwise that is an error
  /// \param save_every steps between checkpoints; one is written after the last step in any case
  explicit AutoResume(bool resume_if_exists = true, bool resume_ignore_no_checkpoint = true, int save_every = 500)
      : resume_if_exists_(resume_if_exists),
        resume_ignore_no_checkpoint_(resume_ignore_no_checkpoint),
        save_every_(save_every) {}

  bool resume_if_exists() const { return resume_if_exists_; }
  bool resume_ignore_no_checkpoint() const { return resume_ignore_no_checkpoint_; }
  bool saves_after(int step) const { return save_every_ > 0 && step % save_every_ == 0; }

 private:
  bool resume_if_exists_;
  bool resume_ignore_no_checkpoint_;
  int save_every_;
};

}  // namespace llm
