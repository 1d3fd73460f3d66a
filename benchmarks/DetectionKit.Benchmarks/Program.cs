return new DetectionKit.Benchmarks.BenchmarkCommand().Build().Parse(args).Invoke();
