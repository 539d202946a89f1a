#include "report/request/http.h"

#include <fmt/format.h>

#include <iterator>

namespace hookspect::report {

void append_http_request(std::string& out, const Delivery& delivery, const base::HttpUrl& url) {
    fmt::format_to(std::back_inserter(out),
                   "POST {} HTTP/1.1\r\nHost: {}\r\nContent-Type: {}\r\nContent-Length: {}\r\n\r\n",
                   url.target, url.host, content_type(delivery.encoding), delivery.body.size());
    out.append(delivery.body);
}

}  // namespace hookspect::report
