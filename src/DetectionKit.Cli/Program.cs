using DetectionKit.CommandLine;
using DetectionKit.Detections;

return await DetectionApp.RunAsync(args, new DetectionAppOptions { Name = "detectionkit", Rules = [typeof(VpsBeaconing).Assembly] }).ConfigureAwait(false);
