using DetectionKit.CommandLine;
using DetectionKit.Detections;

return await DetectionApp.RunAsync(args, typeof(VpsBeaconing).Assembly).ConfigureAwait(false);
