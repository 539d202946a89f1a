#pragma once

#include "base/http_url.h"
#include "report/request/delivery.h"

#include <string>

namespace hookspect::report {

/// Appends the HTTP/1.1 request that makes the delivery to `url` (RFC 9112), as it is sent. Nothing comes
/// after the body, so that several requests make a stream for one connection.
void append_http_request(std::string& out, const Delivery& delivery, const base::HttpUrl& url);

}  // namespace hookspect::report
