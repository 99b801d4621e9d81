std::cout << "met\n";
std::cerr << "not met\n";
printf("%s\n", text);
std::fprintf(stderr, "%s\n", text);
fmt::print("{}\n", text);
puts("met");
