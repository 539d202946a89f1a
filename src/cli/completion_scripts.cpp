#include "cli/completion_scripts.h"

#include <algorithm>

namespace hookspect::cli {
namespace {

// Bash cuts words at = : ( and the like where they are not quoted. They are put together again for hookspect,
// and what stands before the piece that bash replaces ($2) is taken off the answers.
constexpr std::string_view bash = R"(# bash completion for hookspect, made by `hookspect completion bash`

_hookspect() {
    local rest=$COMP_LINE piece words=() i
    for ((i = 0; i <= COMP_CWORD; i++)); do
        piece=${COMP_WORDS[i]}
        if [[ $i -eq 0 || $rest == [[:blank:]]* || -z $rest ]]; then
            rest=${rest#"${rest%%[![:blank:]]*}"}
            words+=("")
        fi
        rest=${rest#"$piece"}
        [[ $i -lt $COMP_CWORD ]] && words[-1]+=$piece
    done
    piece=${COMP_WORDS[COMP_CWORD]}
    [[ $piece == [\'\"]* ]] && words[-1]+=${piece:0:1}
    local fixed=${words[-1]#[\'\"]}
    words[-1]+=$2

    local kind text about more=
    COMPREPLY=()
    while IFS=$'\t' read -r kind text about; do
        if [[ $kind == files ]]; then
            compopt -o filenames
            while IFS= read -r text; do COMPREPLY+=("$text"); done < <(compgen -f -- "$2")
        else
            [[ $kind == open ]] && compopt -o nospace && more=yes
            COMPREPLY+=("${text#"$fixed"}")
        fi
    done < <("$1" completion bash -- "${words[@]:1}" 2>/dev/null)
    # Bash closes the quote behind a single answer, but not where a longer one stands beside it.
    [[ $more && $piece == [\'\"]* && ${#COMPREPLY[@]} -eq 1 ]] && COMPREPLY+=("${COMPREPLY[0]} ...")
}

complete -F _hookspect hookspect
)";

constexpr std::string_view zsh = R"(#compdef hookspect
# zsh completion for hookspect, made by `hookspect completion zsh`

_hookspect() {
    local kind text about files
    local -a whole whole_lines open open_lines
    while IFS=$'\t' read -r kind text about; do
        case $kind in
        word) whole+=("$text") whole_lines+=("$text${about:+  -- $about}") ;;
        open) open+=("$text") open_lines+=("$text${about:+  -- $about}") ;;
        files) files=yes ;;
        esac
    done < <("${(Q)words[1]}" completion zsh -- "${(@)words[2,CURRENT-1]}" "$QIPREFIX$IPREFIX$PREFIX" 2>/dev/null)
    local found=1
    (( $#whole )) && compadd -l -d whole_lines -a whole && found=0
    (( $#open )) && compadd -l -S '' -d open_lines -a open && found=0
    [[ -n $files ]] && _files && found=0
    return found
}

if [[ $funcstack[1] == _hookspect ]]; then
    _hookspect "$@"
else
    compdef _hookspect hookspect
fi
)";

constexpr std::string_view fish = R"(# fish completion for hookspect, made by `hookspect completion fish`

function __hookspect_complete
    set -l words (commandline -opc) (commandline -ct)
    for line in ($words[1] completion fish -- $words[2..] 2>/dev/null)
        set -l parts (string split \t -- $line)
        if test $parts[1] = files
            __fish_complete_path (commandline -ct)
        else
            printf '%s\t%s\n' $parts[2] $parts[3]
        end
    end
end

complete -c hookspect -f -a '(__hookspect_complete)'
)";

constexpr std::array<std::string_view, shells.size()> scripts{bash, zsh, fish};

}  // namespace

std::string_view completion_script(std::string_view shell) noexcept {
    const auto* found = std::find(shells.begin(), shells.end(), shell);
    return found == shells.end() ? std::string_view()
                                 : scripts[static_cast<std::size_t>(found - shells.begin())];
}

}  // namespace hookspect::cli
