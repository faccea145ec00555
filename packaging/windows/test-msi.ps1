# Installs the msi for this user, asks the command line for its version, opens the window, and takes it out again.
$ErrorActionPreference = 'Stop'

function Install([string] $verb) {
    $msi = (Get-ChildItem target/installer/*.msi | Select-Object -First 1).FullName
    $process = Start-Process msiexec.exe -ArgumentList $verb, "`"$msi`"", '/qn', '/norestart' -Wait -PassThru
    if ($process.ExitCode -ne 0) { throw "msiexec $verb ended with $($process.ExitCode)" }
}

Install '/i'
$folder = "$env:LOCALAPPDATA\Stemma"
$said = & "$folder\stemma-cli.exe" --version
if ($said -notmatch '^Stemma [0-9.]+$') { throw "stemma-cli --version said: $said" }
Write-Output "command line: $said"

# Whether the cache is used: the virtual machine then takes its classes from it.
$env:JAVA_TOOL_OPTIONS = '-Xlog:class+load:file=classes.txt'
& "$folder\stemma-cli.exe" --version | Out-Null
$env:JAVA_TOOL_OPTIONS = $null
$shared = (Select-String -Path classes.txt -Pattern 'stemma\..*source: shared objects file').Count
Write-Output "classes of Stemma from the AOT cache: $shared"
if ($shared -eq 0) { throw 'the AOT cache is not used' }

$window = Start-Process "$folder\Stemma.exe" -ArgumentList '--store', 'memory:' -PassThru
Start-Sleep -Seconds 15
$window.Refresh()
if ($window.HasExited) { throw "the window ended with $($window.ExitCode)" }
if ($window.MainWindowTitle -ne 'Stemma') { throw "no window, but: $($window.MainWindowTitle)" }
Stop-Process -Id $window.Id

Install '/x'
if (Test-Path "$folder\Stemma.exe") { throw 'the program is still there' }
Write-Output 'passed'
