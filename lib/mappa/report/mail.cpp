// GMime reads addresses and writes the message: what has to be quoted, encoded and folded, and how, is its business.
// It is loaded when it is needed, and no command that sends no mail waits for it.
#include "mappa/report/mail.hpp"

#include <algorithm>
#include <memory>

#include <dlfcn.h>
#include <gmime/gmime.h>

#include "mappa/base/fault.hpp"
#include "mappa/base/text.hpp"

namespace mappa {
namespace {

constexpr const char* library_name = "libgmime-3.0.so.0";
constexpr const char* utf8 = "utf-8";
constexpr std::size_t longest_line = 76;  // of quoted-printable

void* loaded() {
  if (void* library = dlopen(library_name, RTLD_NOW | RTLD_NODELETE)) return library;
  throw Fault(Cause::unexpected, std::string("Mail needs the library GMime (") + library_name + "), which cannot be loaded.",
              "Install it (on Debian: apt install libgmime-3.0-0), or choose another --format.");
}

// A function of the library, by its name.
template <class F>
class Found {
 public:
  Found(void* library, const char* name) : function_(reinterpret_cast<F*>(dlsym(library, name))) {
    if (!function_) throw Fault(Cause::unexpected, std::string(library_name) + " has no function " + name + ".", "Install GMime 3.2.");
  }
  operator F*() const { return function_; }

 private:
  F* function_;
};

// The part of the library that is used here. It is never unloaded, which GLib does not bear.
struct Gmime {
  void* library = loaded();
  Found<decltype(g_mime_init)> init{library, "g_mime_init"};
  Found<decltype(g_free)> free{library, "g_free"};
  Found<decltype(g_object_unref)> unref{library, "g_object_unref"};
  Found<decltype(g_type_check_instance_is_a)> is_a{library, "g_type_check_instance_is_a"};

  Found<decltype(g_mime_parser_options_new)> parser_options_new{library, "g_mime_parser_options_new"};
  Found<decltype(g_mime_parser_options_free)> parser_options_free{library, "g_mime_parser_options_free"};
  Found<decltype(g_mime_parser_options_set_address_compliance_mode)> set_compliance{library, "g_mime_parser_options_set_address_compliance_mode"};
  Found<decltype(g_mime_parser_options_set_warning_callback)> set_warning{library, "g_mime_parser_options_set_warning_callback"};
  Found<decltype(internet_address_list_parse)> list_parse{library, "internet_address_list_parse"};
  Found<decltype(internet_address_list_length)> list_length{library, "internet_address_list_length"};
  Found<decltype(internet_address_list_get_address)> list_at{library, "internet_address_list_get_address"};
  Found<decltype(internet_address_list_add)> list_add{library, "internet_address_list_add"};
  Found<decltype(internet_address_get_name)> address_name{library, "internet_address_get_name"};
  Found<decltype(internet_address_set_charset)> address_set_charset{library, "internet_address_set_charset"};
  Found<decltype(internet_address_mailbox_get_type)> mailbox_type{library, "internet_address_mailbox_get_type"};
  Found<decltype(internet_address_mailbox_new)> mailbox_new{library, "internet_address_mailbox_new"};
  Found<decltype(internet_address_mailbox_get_idn_addr)> mailbox_address{library, "internet_address_mailbox_get_idn_addr"};

  Found<decltype(g_mime_encoding_init_encode)> encoding_init{library, "g_mime_encoding_init_encode"};
  Found<decltype(g_mime_encoding_outlen)> encoding_room{library, "g_mime_encoding_outlen"};
  Found<decltype(g_mime_encoding_flush)> encoding_flush{library, "g_mime_encoding_flush"};

  Found<decltype(g_mime_stream_mem_new_with_buffer)> stream_of{library, "g_mime_stream_mem_new_with_buffer"};
  Found<decltype(g_mime_data_wrapper_new_with_stream)> content_of{library, "g_mime_data_wrapper_new_with_stream"};
  Found<decltype(g_mime_part_new_with_type)> part_new{library, "g_mime_part_new_with_type"};
  Found<decltype(g_mime_part_set_content)> part_set_content{library, "g_mime_part_set_content"};
  Found<decltype(g_mime_part_set_content_encoding)> part_set_encoding{library, "g_mime_part_set_content_encoding"};
  Found<decltype(g_mime_multipart_new_with_subtype)> multipart_new{library, "g_mime_multipart_new_with_subtype"};
  Found<decltype(g_mime_multipart_set_boundary)> multipart_set_boundary{library, "g_mime_multipart_set_boundary"};
  Found<decltype(g_mime_multipart_add)> multipart_add{library, "g_mime_multipart_add"};

  Found<decltype(g_date_time_new_from_unix_utc)> date_new{library, "g_date_time_new_from_unix_utc"};
  Found<decltype(g_date_time_unref)> date_unref{library, "g_date_time_unref"};
  Found<decltype(g_mime_message_new)> message_new{library, "g_mime_message_new"};
  Found<decltype(g_mime_message_get_addresses)> message_addresses{library, "g_mime_message_get_addresses"};
  Found<decltype(g_mime_message_set_date)> message_set_date{library, "g_mime_message_set_date"};
  Found<decltype(g_mime_message_set_subject)> message_set_subject{library, "g_mime_message_set_subject"};
  Found<decltype(g_mime_message_set_message_id)> message_set_id{library, "g_mime_message_set_message_id"};
  Found<decltype(g_mime_message_set_mime_part)> message_set_part{library, "g_mime_message_set_mime_part"};
  Found<decltype(g_mime_object_set_header)> set_header{library, "g_mime_object_set_header"};
  Found<decltype(g_mime_object_set_content_type_parameter)> set_parameter{library, "g_mime_object_set_content_type_parameter"};
  Found<decltype(g_mime_object_to_string)> to_string{library, "g_mime_object_to_string"};

  Gmime() { init(); }
};

const Gmime& gmime() {
  static const Gmime found;
  return found;
}

struct Unref {
  void operator()(void* object) const { gmime().unref(object); }
};
template <class T>
using Owned = std::unique_ptr<T, Unref>;

// What GMime read, and whether it found anything wrong with it, of which it makes the best.
struct Parsed {
  Owned<InternetAddressList> list;
  bool in_order = true;
};

Parsed parse(const std::string& typed) {
  const Gmime& g = gmime();
  const auto free_options = [&g](GMimeParserOptions* options) { g.parser_options_free(options); };
  const std::unique_ptr<GMimeParserOptions, decltype(free_options)> options(g.parser_options_new(), free_options);
  Parsed out;
  g.set_compliance(options.get(), GMIME_RFC_COMPLIANCE_STRICT);
  g.set_warning(options.get(), [](gint64, GMimeParserWarning, const gchar*, gpointer in_order) { *static_cast<bool*>(in_order) = false; },
                &out.in_order);
  out.list.reset(g.list_parse(options.get(), typed.c_str()));
  return out;
}

// Letters and digits, and some more between dots; no quotes, no blanks, nothing empty.
bool is_dotted(std::string_view text, std::string_view more) {
  const auto fits = [more](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || more.find(c) != std::string_view::npos;
  };
  const auto parts = split(text, '.');
  return !parts.empty() && std::ranges::all_of(parts, [&](std::string_view part) { return !part.empty() && std::ranges::all_of(part, fits); });
}

bool is_domain(std::string_view text) {
  const std::string between_dots = "." + std::string(text) + ".";
  return is_dotted(text, "-") && between_dots.find(".-") == std::string::npos && between_dots.find("-.") == std::string::npos;
}

bool is_address(std::string_view text) {
  const auto at = text.find('@');
  return at != std::string_view::npos && at <= 64 && text.size() <= 254 && is_dotted(text.substr(0, at), "!#$%&'*+/=?^_`{|}~-") &&
         is_domain(text.substr(at + 1));
}

// Nothing where it is no mailbox (a group of them), or none that mail can be sent to.
std::optional<Mailbox> mailbox_of(InternetAddress* one) {
  const Gmime& g = gmime();
  if (!g.is_a(reinterpret_cast<GTypeInstance*>(one), g.mailbox_type())) return std::nullopt;
  const char* name = g.address_name(one);
  const char* address = g.mailbox_address(reinterpret_cast<InternetAddressMailbox*>(one));
  if (!address || !is_address(address) || (name && !is_utf8(name))) return std::nullopt;
  return Mailbox{safe(name ? name : ""), address};
}

AddressProblem no_address(std::string_view typed) {
  return {"\"" + safe(typed) + "\" is no mail address.",
          "Write name@example.org or \"First Last <name@example.org>\", several of them with commas between."};
}

// Lines that programs between here and the reader might take for something else begin with an escape: a dot alone
// ends a message for `sendmail`, and "From " begins one in a mailbox file.
std::string disarmed(std::string_view encoded) {
  std::string out;
  for (std::string_view line : split(encoded, '\n')) {
    while (line.starts_with('.') || line.starts_with("From ")) {
      out += line[0] == '.' ? "=2E" : "=46";
      // No longer than it may be: a soft line end, and what follows begins a line.
      const bool too_long = line.size() + 2 > longest_line;
      if (too_long) out += "=\n";
      line.remove_prefix(1);
      if (!too_long) break;
    }
    out += line;
    out += '\n';
  }
  if (!out.empty()) out.pop_back();
  return out;
}

std::string quoted_printable(const std::string& text) {
  const Gmime& g = gmime();
  GMimeEncoding encoding;
  g.encoding_init(&encoding, GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
  std::string out(g.encoding_room(&encoding, text.size()), '\0');
  out.resize(g.encoding_flush(&encoding, text.data(), text.size(), out.data()));
  return disarmed(out);
}

Owned<GMimePart> part(const char* subtype, const std::string& text) {
  const Gmime& g = gmime();
  const std::string encoded = quoted_printable(text);
  const Owned<GMimeStream> stream(g.stream_of(encoded.data(), encoded.size()));
  const Owned<GMimeDataWrapper> content(g.content_of(stream.get(), GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE));
  Owned<GMimePart> out(g.part_new("text", subtype));
  g.set_parameter(&out->parent_object, "charset", utf8);
  g.part_set_content(out.get(), content.get());
  g.part_set_encoding(out.get(), GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
  return out;
}

void add(GMimeMessage& message, GMimeAddressType type, const std::vector<Mailbox>& mailboxes) {
  const Gmime& g = gmime();
  for (const Mailbox& one : mailboxes) {
    if (!is_address(one.address)) throw Fault(Cause::unexpected, "\"" + safe(one.address) + "\" was to receive mail and is no address.", "");
    const std::string name = safe(one.name);
    const Owned<InternetAddress> mailbox(g.mailbox_new(name.empty() ? nullptr : name.c_str(), one.address.c_str()));
    g.address_set_charset(mailbox.get(), utf8);
    g.list_add(g.message_addresses(&message, type), mailbox.get());
  }
}

void set_date(GMimeMessage& message, Instant date) {
  const Gmime& g = gmime();
  GDateTime* utc = g.date_new(date.time_since_epoch().count());
  g.message_set_date(&message, utc);
  g.date_unref(utc);
}

Owned<GMimeMultipart> both_forms(const Mail& mail) {
  const Gmime& g = gmime();
  Owned<GMimeMultipart> out(g.multipart_new("alternative"));
  // What is quoted-printable never holds "=_".
  g.multipart_set_boundary(out.get(), ("=_" + mail.id).c_str());
  g.multipart_add(out.get(), &part("plain", mail.text)->parent_object);
  g.multipart_add(out.get(), &part("html", mail.html)->parent_object);
  return out;
}

}  // namespace

std::variant<std::vector<Mailbox>, AddressProblem> read_mailboxes(std::string_view typed) {
  // safe() shows what would end a header's line, or is no text at all, as something else; and nobody types encoded
  // words, which could hide both.
  if (safe(typed) != typed || typed.find("=?") != std::string_view::npos) return no_address(typed);
  const Parsed parsed = parse(std::string(typed));
  if (!parsed.list || !parsed.in_order) return no_address(typed);
  std::vector<Mailbox> out;
  for (int i = 0; i < gmime().list_length(parsed.list.get()); ++i) {
    auto one = mailbox_of(gmime().list_at(parsed.list.get(), i));
    if (!one) return no_address(typed);
    out.push_back(std::move(*one));
  }
  if (out.empty()) return no_address(typed);
  return out;
}

std::string message(const Mail& mail) {
  const Gmime& g = gmime();
  const Owned<GMimeMessage> out(g.message_new(TRUE));
  add(*out, GMIME_ADDRESS_TYPE_FROM, {mail.from});
  add(*out, GMIME_ADDRESS_TYPE_TO, mail.to);
  set_date(*out, mail.date);
  g.message_set_subject(out.get(), safe(mail.subject).c_str(), utf8);
  g.message_set_id(out.get(), (mail.id + mail.from.address.substr(mail.from.address.find('@'))).c_str());
  g.set_header(&out->parent_object, "Auto-Submitted", "auto-generated", utf8);
  g.message_set_part(out.get(), &both_forms(mail)->parent_object);
  const auto free_text = [&g](char* text) { g.free(text); };
  const std::unique_ptr<char, decltype(free_text)> written(g.to_string(&out->parent_object, nullptr), free_text);
  return written.get();
}

}  // namespace mappa
