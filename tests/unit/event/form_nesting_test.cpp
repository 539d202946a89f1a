#include "form_support.h"

#include <doctest/doctest.h>

using hookspect::test::check_all;
using hookspect::test::Example;
using hookspect::test::Form;

TEST_CASE("form: fields are separated by & alone, and empty ones skipped") {
    constexpr Example examples[] = {
        {"", R"({})"},
        {"a=1&b=2", R"({"a":"1","b":"2"})"},
        {"a=1;b=2", R"({"a":"1;b=2"})"},
        {"&&a=1&&", R"({"a":"1"})"},
        {"=x&a=1", R"({"a":"1"})"},
        {"=&=%zz&=%FF", R"({})"},
        {"a", R"({"a":""})"},
        {"a&b", R"({"a":"","b":""})"},
        {"a=", R"({"a":""})"},
    };
    check_all(examples);
}

TEST_CASE("form: the first = outside brackets ends the key") {
    constexpr Example examples[] = {
        {"a=b=c", R"({"a":"b=c"})"},
        {"a[b=c]=d", R"({"a":{"b=c":"d"}})"},
        {"a%5Bb=c%5D=d", R"({"a":{"b=c":"d"}})"},
        {"a=b[c]=d", R"({"a":"b[c]=d"})"},
        {"a[b%5d=c", R"({"a":{"b":"c"}})"},
        {"a[b=c", R"({"a":{"[b":"c"}})"},
        {"a[b=c=d", R"({"a":{"[b":"c=d"}})"},
        {"a[b[c]=d", R"({"a":{"[b[c]":"d"}})"},
        {"a%3Db=c", R"({"a=b":"c"})"},
        {"a[=1&b]=2", R"({"a":{"[":"1"},"b]":"2"})"},
    };
    check_all(examples);
}

TEST_CASE("form: + is a space, escapes are decoded in keys and values") {
    constexpr Example examples[] = {
        {"a+b=c+d", R"({"a b":"c d"})"},
        {"%61=%62", R"({"a":"b"})"},
        {"a=%2B%26%3D%25", R"({"a":"+&=%"})"},
        {"a=%e2%82%AC", R"({"a":"€"})"},
        {"a=€", R"({"a":"€"})"},
        {"%5Ba%5D=1", R"({"a":"1"})"},
        {"a%255Bb%255D=1", R"({"a%5Bb%5D":"1"})"},
        {"a=100%&b%=1&c=%4&d=%zz%41", R"({"a":"100%","b%":"1","c":"%4","d":"%zzA"})"},
        {"a=%%41", R"({"a":"%A"})"},
        {"a=%4%31", R"({"a":"%41"})"},
        {"a=%00%1F%22%5C", R"({"a":"\u0000\u001f\"\\"})"},
        {"a=0123456789+123456%2078901234567", R"({"a":"0123456789 123456 78901234567"})"},
    };
    check_all(examples);
}

TEST_CASE("form: brackets nest") {
    constexpr Example examples[] = {
        {"a[b]=1&a[c][d]=2", R"({"a":{"b":"1","c":{"d":"2"}}})"},
        {"a[b]=1&c=2&a[d]=3", R"({"a":{"b":"1","d":"3"},"c":"2"})"},
        {"a[b[c]]=1", R"({"a":{"b[c]":"1"}})"},
        {"[a]=1&[b][c]=2", R"({"a":"1","b":{"c":"2"}})"},
        {"a[b]c[d]=1", R"({"a":{"b":{"c":{"d":"1"}}}})"},
        {"a[b]]=1", R"({"a":{"b":{"]":"1"}}})"},
        {"a[b][c=1", R"({"a":{"b":{"[c":"1"}}})"},
        {"a[ ]=1&a[%20x]=2", R"({"a":{" ":"1"," x":"2"}})"},
        {"__proto__=1&a[__proto__][x]=2&constructor[prototype]=3",
         R"({"__proto__":"1","a":{"__proto__":{"x":"2"}},"constructor":{"prototype":"3"}})"},
        {"a[hasOwnProperty]=1&toString=2", R"({"a":{"hasOwnProperty":"1"},"toString":"2"})"},
    };
    check_all(examples);
}

TEST_CASE("form: indices give the order, never a size") {
    constexpr Example examples[] = {
        {"a[0]=x&a[1]=y", R"({"a":["x","y"]})"},
        {"a[1]=y&a[0]=x", R"({"a":["x","y"]})"},
        {"a[10]=z&a[9]=y&a[2]=x", R"({"a":["x","y","z"]})"},
        {"a[7]=x", R"({"a":["x"]})"},
        {"a[99999999999999999999]=y&a[4294967296]=x", R"({"a":["x","y"]})"},
        {"a[0]=x&a[0]=y", R"({"a":[["x","y"]]})"},
        {"a[0][k]=1&a[1][k]=2&a[0][j]=3", R"({"a":[{"k":"1","j":"3"},{"k":"2"}]})"},
        {"a[0][1]=y&a[0][0]=x", R"({"a":[["x","y"]]})"},
        {"a[01]=x", R"({"a":{"01":"x"}})"},
        {"a[-1]=x", R"({"a":{"-1":"x"}})"},
        {"a[+1]=x&a[1e3]=y&a[1.0]=z", R"({"a":{" 1":"x","1e3":"y","1.0":"z"}})"},
        {"0=x&1=y", R"({"0":"x","1":"y"})"},
        {"[0]=x&[]=y", R"({"0":"x","1":"y"})"},
    };
    check_all(examples);
}

TEST_CASE("form: lists without indices, and repeated keys") {
    constexpr Example examples[] = {
        {"a[]=x", R"({"a":["x"]})"},
        {"a[]=x&a[]=y", R"({"a":["x","y"]})"},
        {"a[]=", R"({"a":[""]})"},
        {"a=x&a=y&a=z", R"({"a":["x","y","z"]})"},
        {"a[b]=x&a[b]=y", R"({"a":{"b":["x","y"]}})"},
        {"a[][k]=1&a[][j]=2", R"({"a":[{"k":"1","j":"2"}]})"},
        {"a[][k]=1&a[][k]=2", R"({"a":[{"k":["1","2"]}]})"},
        {"a[][]=1&a[][]=2", R"({"a":[["1","2"]]})"},
        {"a[0]=x&a[]=y", R"({"a":["x","y"]})"},
        {"a[]=x&a[0]=y", R"({"a":["x","y"]})"},
        {"a[0][k]=1&a[][j]=2", R"({"a":[{"k":"1","j":"2"}]})"},
        {"a[5]=q&a[]=r&a[3]=p", R"({"a":["p","q","r"]})"},
    };
    check_all(examples);
}

TEST_CASE("form: a list that also gets named keys is an object") {
    constexpr Example examples[] = {
        {"a[0]=x&a[k]=y", R"({"a":{"0":"x","k":"y"}})"},
        {"a[k]=y&a[3]=x", R"({"a":{"k":"y","3":"x"}})"},
        {"a[]=x&a[]=y&a[k]=z", R"({"a":{"0":"x","1":"y","k":"z"}})"},
        {"a[k]=z&a[]=x", R"({"a":{"k":"z","0":"x"}})"},
        {"a[5]=x&a[]=y&a[k]=z", R"({"a":{"5":"x","0":"y","k":"z"}})"},
        {"a[]=y&a[0]=x&a[k]=z", R"({"a":{"1":"y","0":"x","k":"z"}})"},
    };
    check_all(examples);
}

TEST_CASE("form: dots nest when no key has brackets and the first part is a field of Event") {
    constexpr Example examples[] = {
        {"campaign.title.nl=x", R"({"campaign":{"title":{"nl":"x"}}})"},
        {"person.groups.1=y&person.groups.0=x", R"({"person":{"groups":["x","y"]}})"},
        {"person.profile.a=x&person.profile.a=y", R"({"person":{"profile":{"a":["x","y"]}}})"},
        {"a.b=x", R"({"a.b":"x"})"},
        {"campaign.title.nl=x&a[b]=y", R"({"campaign.title.nl":"x","a":{"b":"y"}})"},
        {"campaign.title.nl=x&a%5Bb%5D=y", R"({"campaign.title.nl":"x","a":{"b":"y"}})"},
        {"campaign.title.nl=[x]", R"({"campaign":{"title":{"nl":"[x]"}}})"},
        {"campaign%2Etitle.nl=x", R"({"campaign":{"title":{"nl":"x"}}})"},
        {"campaign.=x", R"({"campaign.":"x"})"},
        {"campaign..nl=x", R"({"campaign..nl":"x"})"},
        {".campaign=x", R"({".campaign":"x"})"},
        {"campaigns.title=x", R"({"campaigns.title":"x"})"},
    };
    check_all(examples);
}

TEST_CASE("form: a key used both as a scalar and as an object or list keeps both") {
    constexpr Example examples[] = {
        {"a=1&a[b]=2", R"({"a":["1",{"b":"2"}]})"},
        {"a[b]=2&a=1", R"({"a":[{"b":"2"},"1"]})"},
        {"a=1&a[b]=2&a=3&a[c]=4", R"({"a":["1",{"b":"2","c":"4"},"3"]})"},
        {"a=1&a[]=2", R"({"a":["1","2"]})"},
        {"a[0]=x&a=y&a[1]=z", R"({"a":["x","y","z"]})"},
        {"x[a]=1&x[a][b]=2", R"({"x":{"a":["1",{"b":"2"}]}})"},
    };
    check_all(examples);
    for (const Example& example : examples) {
        CAPTURE(example.body);
        const Form form(example.body);
        const auto a = form.at(example.body[0] == 'x' ? "x.a" : "a");
        CHECK(form.event[a].conflict);
        CHECK_FALSE(form.event[form.event.first(a)].conflict);
    }
    const Form repeated("a=1&a=2");
    CHECK_FALSE(repeated.event[repeated.at("a")].conflict);
}
