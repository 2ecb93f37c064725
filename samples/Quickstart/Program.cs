using Quickstart;

// Without arguments a login is made here and validated; with arguments it is yours.
return args.Length == 0 ? await Demonstration.RunAsync() : await YourResponse.RunAsync(args);
