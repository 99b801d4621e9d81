#pragma once

#include <string>

#include "mappa/base/fault.hpp"
#include "mappa/casebook/entry.hpp"

namespace SQLite {
class Exception;
}

namespace mappa {

// What SQLite reported about the casebook at `path`, as a fault that says what to do: busy, integrity,
// unreadable, refused, or unexpected, which says that nothing was written, or that nobody can tell.
Fault trouble(const SQLite::Exception& reported, const std::string& path);

// The file exists and is something else.
Fault no_casebook(const std::string& path);

// The casebook does not verify. what: a sentence that names the entry.
Fault damaged(const std::string& path, const std::string& what);

// Like it, about an entry that should be there.
Fault missing_entry(const std::string& path, EntryId id);

// The casebook may only be read.
Fault read_only(const std::string& path);

}  // namespace mappa
