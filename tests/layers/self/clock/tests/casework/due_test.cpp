const auto today = floor<days>(system_clock::now());
