std::cout << fmt::format("{}\n", text);
fmt::print("{}\n", text);
