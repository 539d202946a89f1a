#pragma once

#include "base/http_url.h"
#include "report/request/delivery.h"

#include <string>

namespace hookspect::report {

/// Appends a command line that makes the delivery to `url` with curl, with a newline: one line of printable
/// ASCII, so that neither a locale nor a paste can change it. sh, bash, zsh and fish run it as it is and send
/// every byte of the body.
void append_curl_command(std::string& out, const Delivery& delivery, const base::HttpUrl& url);

}  // namespace hookspect::report
