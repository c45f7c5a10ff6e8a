import Interpreter

/// The commands that PowerShell brings as functions in the global scope, so that profiles can replace them.
public enum ShellFunctions {
    private static let texts = [
        ("help", help), ("oss", "param([int] $Width) $input | Out-String -Stream @PSBoundParameters"),
        ("cd..", "Set-Location .."), ("cd~", "Set-Location ~"),
    ]

    /// Pages where a person reads: by `$env:PAGER`, else less or more; a pipe or a file has the text as it is.
    private static let help = #"""
        [CmdletBinding(DefaultParameterSetName = 'AllUsersView')]
        param(
            [Parameter(Position = 0, ValueFromPipelineByPropertyName)] [string] $Name,
            [Parameter(ParameterSetName = 'AllUsersView')] [switch] $Full,
            [Parameter(ParameterSetName = 'DetailedView', Mandatory)] [switch] $Detailed,
            [Parameter(ParameterSetName = 'Examples', Mandatory)] [switch] $Examples,
            [Parameter(ParameterSetName = 'Parameters', Mandatory)] [string] $Parameter
        )
        process {
            $page = Get-Help @PSBoundParameters
            $words = -split $(if ($env:PAGER) { $env:PAGER } else { 'less' })
            $pager = Get-Command -Name $words[0], more -CommandType Application -ErrorAction Ignore | Select-Object -First 1
            if ([Console]::IsOutputRedirected -or -not $page -or -not $pager) { return $page }
            $arguments = if ($pager.Name -eq $words[0]) { $words | Select-Object -Skip 1 }
            $page | Out-String -Stream | & $pager @arguments
        }
        """#

    /// `md` is the program mkdir by another name, as in PowerShell.
    private static let aliases = [AliasInfo(name: "md", definition: "mkdir")]

    /// - Throws: where a text does not parse, which the tests would show.
    public static func install(in engine: Engine) throws {
        engine.commands.add(aliases)
        for (name, text) in texts { engine.define(FunctionInfo(name: name, block: try ScriptBlock.parse(text)), in: engine.global) }
    }
}
