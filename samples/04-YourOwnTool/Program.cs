using DetectionKit.CommandLine;

// The commands of the tool `detectionkit`, over the detections of this program.
return await DetectionApp.RunAsync(args);
