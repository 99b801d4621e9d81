const char* sql = "INSERT INTO entries (recorded_at) VALUES (CURRENT_TIMESTAMP)";
const char* other = "SELECT date('now')";
