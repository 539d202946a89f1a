# fish completion for hookspect, made by `hookspect completion fish`

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
