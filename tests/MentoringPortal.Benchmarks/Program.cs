Console.WriteLine("Benchmarks of MentoringPortal; see README.md beside this file.");
