# docker makes containers of both kinds with the same engine: the only difference is --isolation.
#
#     sudo bulkhead -File examples/03-docker-create-container.ps1
#     bulkhead -Engine Simulated -File examples/03-docker-create-container.ps1
#
# With a terminal, `docker run -it --isolation=hyperv NanoServer cmd` opens a command prompt in a Hyper-V container.

$ids = @()
try {
    $image = docker images --quiet NanoServer
    $ids += docker run --detach --interactive --tty --name docker-shared --isolation=process $image cmd
    $ids += docker run --detach --interactive --tty --name docker-isolated --isolation=hyperv $image cmd
    docker ps --format '{{.Names}} {{.Image}} {{.Isolation}} {{.State}}' | Sort-Object

    # They are the containers of the cmdlets as well.
    $ids | ForEach-Object { Get-Container -Id $_ } | Select-Object Name, RuntimeType, State

    docker exec docker-isolated cmd /c 'echo said in a Hyper-V container' | ForEach-Object Trim
} finally {
    if ($ids) { docker rm --force $ids | Out-Null }
}
