const auto now = std::chrono::system_clock::now();
const std::time_t c = std::time(nullptr);
const auto d = time(0);
const auto e = ::clock();
const auto* f = localtime(&c);
