// GMime reads addresses and writes the message: what has to be quoted, encoded and folded, and how, is its business.
// It is loaded when it is needed, and no command that sends no mail waits for it.
#include "mappa/report/mail.hpp"

#include <algorithm>
#include <memory>

#include <gmime/gmime.h>

#include "mappa/base/fault.hpp"
#include "mappa/base/text.hpp"
#include "mappa/report/late_library.hpp"

namespace mappa {
namespace {

constexpr const char* utf8 = "utf-8";
constexpr std::size_t longest_line = 76;  // of quoted-printable

// The part of the library that is used here. It is never unloaded, which GLib does not bear.
struct Gmime {
  LateLibrary library{"libgmime-3.0.so.0", "libgmime-3.0-0"};
  decltype(g_mime_init)* init = library.find<decltype(g_mime_init)>("g_mime_init");
  decltype(g_free)* free = library.find<decltype(g_free)>("g_free");
  decltype(g_object_unref)* unref = library.find<decltype(g_object_unref)>("g_object_unref");
  decltype(g_type_check_instance_is_a)* is_a = library.find<decltype(g_type_check_instance_is_a)>("g_type_check_instance_is_a");

  decltype(g_mime_parser_options_new)* parser_options_new = library.find<decltype(g_mime_parser_options_new)>("g_mime_parser_options_new");
  decltype(g_mime_parser_options_free)* parser_options_free = library.find<decltype(g_mime_parser_options_free)>("g_mime_parser_options_free");
  decltype(g_mime_parser_options_set_address_compliance_mode)* set_compliance = library.find<decltype(g_mime_parser_options_set_address_compliance_mode)>("g_mime_parser_options_set_address_compliance_mode");
  decltype(g_mime_parser_options_set_warning_callback)* set_warning = library.find<decltype(g_mime_parser_options_set_warning_callback)>("g_mime_parser_options_set_warning_callback");
  decltype(internet_address_list_parse)* list_parse = library.find<decltype(internet_address_list_parse)>("internet_address_list_parse");
  decltype(internet_address_list_length)* list_length = library.find<decltype(internet_address_list_length)>("internet_address_list_length");
  decltype(internet_address_list_get_address)* list_at = library.find<decltype(internet_address_list_get_address)>("internet_address_list_get_address");
  decltype(internet_address_list_add)* list_add = library.find<decltype(internet_address_list_add)>("internet_address_list_add");
  decltype(internet_address_get_name)* address_name = library.find<decltype(internet_address_get_name)>("internet_address_get_name");
  decltype(internet_address_set_charset)* address_set_charset = library.find<decltype(internet_address_set_charset)>("internet_address_set_charset");
  decltype(internet_address_mailbox_get_type)* mailbox_type = library.find<decltype(internet_address_mailbox_get_type)>("internet_address_mailbox_get_type");
  decltype(internet_address_mailbox_new)* mailbox_new = library.find<decltype(internet_address_mailbox_new)>("internet_address_mailbox_new");
  decltype(internet_address_mailbox_get_idn_addr)* mailbox_address = library.find<decltype(internet_address_mailbox_get_idn_addr)>("internet_address_mailbox_get_idn_addr");

  decltype(g_mime_encoding_init_encode)* encoding_init = library.find<decltype(g_mime_encoding_init_encode)>("g_mime_encoding_init_encode");
  decltype(g_mime_encoding_outlen)* encoding_room = library.find<decltype(g_mime_encoding_outlen)>("g_mime_encoding_outlen");
  decltype(g_mime_encoding_flush)* encoding_flush = library.find<decltype(g_mime_encoding_flush)>("g_mime_encoding_flush");

  decltype(g_mime_stream_mem_new_with_buffer)* stream_of = library.find<decltype(g_mime_stream_mem_new_with_buffer)>("g_mime_stream_mem_new_with_buffer");
  decltype(g_mime_data_wrapper_new_with_stream)* content_of = library.find<decltype(g_mime_data_wrapper_new_with_stream)>("g_mime_data_wrapper_new_with_stream");
  decltype(g_mime_part_new_with_type)* part_new = library.find<decltype(g_mime_part_new_with_type)>("g_mime_part_new_with_type");
  decltype(g_mime_part_set_content)* part_set_content = library.find<decltype(g_mime_part_set_content)>("g_mime_part_set_content");
  decltype(g_mime_part_set_content_encoding)* part_set_encoding = library.find<decltype(g_mime_part_set_content_encoding)>("g_mime_part_set_content_encoding");
  decltype(g_mime_multipart_new_with_subtype)* multipart_new = library.find<decltype(g_mime_multipart_new_with_subtype)>("g_mime_multipart_new_with_subtype");
  decltype(g_mime_multipart_set_boundary)* multipart_set_boundary = library.find<decltype(g_mime_multipart_set_boundary)>("g_mime_multipart_set_boundary");
  decltype(g_mime_multipart_add)* multipart_add = library.find<decltype(g_mime_multipart_add)>("g_mime_multipart_add");

  decltype(g_date_time_new_from_unix_utc)* date_new = library.find<decltype(g_date_time_new_from_unix_utc)>("g_date_time_new_from_unix_utc");
  decltype(g_date_time_unref)* date_unref = library.find<decltype(g_date_time_unref)>("g_date_time_unref");
  decltype(g_mime_message_new)* message_new = library.find<decltype(g_mime_message_new)>("g_mime_message_new");
  decltype(g_mime_message_get_addresses)* message_addresses = library.find<decltype(g_mime_message_get_addresses)>("g_mime_message_get_addresses");
  decltype(g_mime_message_set_date)* message_set_date = library.find<decltype(g_mime_message_set_date)>("g_mime_message_set_date");
  decltype(g_mime_message_set_subject)* message_set_subject = library.find<decltype(g_mime_message_set_subject)>("g_mime_message_set_subject");
  decltype(g_mime_message_set_message_id)* message_set_id = library.find<decltype(g_mime_message_set_message_id)>("g_mime_message_set_message_id");
  decltype(g_mime_message_set_mime_part)* message_set_part = library.find<decltype(g_mime_message_set_mime_part)>("g_mime_message_set_mime_part");
  decltype(g_mime_object_set_header)* set_header = library.find<decltype(g_mime_object_set_header)>("g_mime_object_set_header");
  decltype(g_mime_object_set_content_type_parameter)* set_parameter = library.find<decltype(g_mime_object_set_content_type_parameter)>("g_mime_object_set_content_type_parameter");
  decltype(g_mime_object_to_string)* to_string = library.find<decltype(g_mime_object_to_string)>("g_mime_object_to_string");

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
