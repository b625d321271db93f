// Ceres: options with a hundred members and enumerators, losses behind smart pointers, cost functions that a template
// makes of a functor; plain pointers are taken over.
#include <ceres/ceres.h>
#include <run/run.h>

#include <cmath>
#include <memory>
#include <utility>
#include <vector>

#undef CHECK  // the library's own ends the program
#include "check.h"

struct Sample {
  double x = 0;
  double y = 0;
};

/// How far y = exp(slope * x + offset) misses the sample.
struct Residual {
  double x = 0;
  double y = 0;

  template <class T>
  bool operator()(const T* slope, const T* offset, T* residual) const {
    using std::exp;
    residual[0] = y - exp(slope[0] * x + offset[0]);
    return true;
  }
};

// What takes a plain pointer over gets it from a function.
inline Residual* residual(double x, double y) { return new Residual{x, y}; }
inline ceres::LossFunction* cauchy(double scale) { return new ceres::CauchyLoss(scale); }

/// Fits a curve to samples. A problem is made by what is done to it, so it is the function's, not the configuration's.
class CurveFit {
 public:
  CurveFit(std::vector<Sample> samples, std::unique_ptr<ceres::LossFunction> loss, ceres::Solver::Options options)
      : samples_(std::move(samples)), loss_(std::move(loss)), options_(std::move(options)) {}

  std::pair<double, double> solve() const {
    double slope = 0;
    double offset = 0;
    ceres::Problem::Options ownership;
    ownership.loss_function_ownership = ceres::DO_NOT_TAKE_OWNERSHIP;
    ceres::Problem problem(ownership);
    for (const Sample& sample : samples_)
      problem.AddResidualBlock(new ceres::AutoDiffCostFunction<Residual, 1, 1, 1>(residual(sample.x, sample.y)),
                               loss_.get(), &slope, &offset);
    ceres::Solver::Summary summary;
    ceres::Solve(options_, &problem, &summary);
    return {slope, offset};
  }
  const ceres::Solver::Options& options() const { return options_; }

 private:
  std::vector<Sample> samples_;
  std::unique_ptr<ceres::LossFunction> loss_;
  ceres::Solver::Options options_;
};

[[run::autoconvert]]
ceres::Solver::Options solver(int iterations = 25) {
  ceres::Solver::Options options;
  options.max_num_iterations = iterations;
  options.linear_solver_type = ceres::DENSE_QR;
  options.trust_region_strategy_type = ceres::DOGLEG;
  options.logging_type = ceres::SILENT;
  options.function_tolerance = 1e-12;
  return options;
}

[[run::autoconvert]]
std::unique_ptr<ceres::LossFunction> robust(double scale) {
  return std::make_unique<ceres::ScaledLoss>(cauchy(scale), 2.0, ceres::TAKE_OWNERSHIP);
}

[[run::autoconvert]]
std::unique_ptr<CurveFit> fit(double scale) {
  auto options = solver(50);
  options.gradient_tolerance = options.function_tolerance / 10;
  return std::make_unique<CurveFit>(std::vector<Sample>{{.x = 0, .y = 1.1}, {.x = 1, .y = 1.5}, {.x = 2, .y = 2}},
                                    robust(scale), options);
}

[[run::autoconvert]]
std::unique_ptr<ceres::CostFunction> cost(double x, double y) {
  return std::make_unique<ceres::AutoDiffCostFunction<Residual, 1, 1, 1>>(residual(x, y));
}

#include "ceres.run.h"

double evaluated(const ceres::CostFunction& cost) {
  const double slope = 0.3;
  const double offset = 0.1;
  const double* parameters[] = {&slope, &offset};
  double residual = 0;
  cost.Evaluate(parameters, &residual, nullptr);
  return residual;
}

int main() {
  auto config = run::autoconvert<fit>(0.5);
  const auto built = run::build<std::unique_ptr<CurveFit>>(config);
  const auto called = fit(0.5);
  CHECK(built->solve() == called->solve() && built->solve().first > 0.2);
  CHECK(built->options().gradient_tolerance == 1e-13 && built->options().max_num_iterations == 50);

  const std::string yaml = run::to_yaml(config);
  CHECK(contains(yaml, "linear_solver_type: DENSE_QR"));
  CHECK(run::from_yaml<CurveFit>(yaml) == config);
  CHECK(run::build<std::unique_ptr<CurveFit>>(run::from_yaml<CurveFit>(yaml))->solve() == called->solve());

  const auto made = run::build<std::unique_ptr<ceres::CostFunction>>(run::autoconvert<cost>(1, 2));
  CHECK(evaluated(*made) == evaluated(*cost(1, 2)));
  return check_result();
}
