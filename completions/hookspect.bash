# bash completion for hookspect, made by `hookspect completion bash`

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
