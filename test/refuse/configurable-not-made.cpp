// Classes of which a companion can make no object that anybody owns.
// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
// CHECK: :[[@LINE+2]]:9: error: the destructor of 'Kept' is not public: nothing can own what a configuration makes [run-attribute]
// CHECK: :[[@LINE+1]]:9: note: annotate a function that makes the object and gives a pointer to it
class [[run::configurable]] Kept {
  ~Kept();
};

// A base of others is never made itself.
class [[run::configurable]] Base {
 public:
  virtual void run() = 0;

 protected:
  ~Base() = default;
};

// `::Status` is the function, `struct ::Status` the class.
struct [[run::configurable]] Status {
  int size = 0;
};
int Status(const char* path, struct Status* status);
