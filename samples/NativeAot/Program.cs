Console.WriteLine("NativeAot");
