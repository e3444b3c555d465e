import { ConfigurationError } from '../../../targets/errors';

/** Each script hands the typed words to the hidden command `complete`, so it knows every flag of the installed version. */
const scripts: Readonly<Record<string, string>> = {
  bash: `_ecs_metadata_conformance() {
  local IFS=$'\\n'
  COMPREPLY=($(ecs-metadata-conformance complete -- "\${COMP_WORDS[@]:0:COMP_CWORD+1}" 2>/dev/null | cut -f1))
  if [[ \${COMPREPLY-} == *= ]]; then compopt -o nospace; fi
}
complete -o default -F _ecs_metadata_conformance ecs-metadata-conformance`,
  zsh: `#compdef ecs-metadata-conformance
_ecs_metadata_conformance() {
  local line
  local -a described
  for line in "\${(@f)$(ecs-metadata-conformance complete -- "\${(@)words[1,CURRENT]}" 2>/dev/null)}"; do
    case $line in
      *$'\\t'?*) described+=("\${\${line%%$'\\t'*}//:/\\\\:}:\${line#*$'\\t'}") ;;
      ?*) described+=("\${\${line%%$'\\t'*}//:/\\\\:}") ;;
    esac
  done
  if (( $#described )); then _describe value described; else _files; fi
}
compdef _ecs_metadata_conformance ecs-metadata-conformance`,
  fish: `function __ecs_metadata_conformance
  set -l found (ecs-metadata-conformance complete -- (commandline -opc) (commandline -ct) 2>/dev/null)
  if test (count $found) -gt 0
    printf '%s\\n' $found
  else
    __fish_complete_path (commandline -ct)
  end
end
complete -c ecs-metadata-conformance -f -a '(__ecs_metadata_conformance)'`,
};

/**
 * The script that makes a shell complete the command.
 *
 * @throws {ConfigurationError} for another shell.
 */
export function completionScript(shell: string): string[] {
  const script = scripts[shell];
  if (script !== undefined) return script.split('\n');
  throw new ConfigurationError(`there is no completion for ${shell}: give ${Object.keys(scripts).join(', ')}`);
}
