@echo off
rem Starts Outpace on the first Java 25 or newer that is found.
setlocal enabledelayedexpansion
set "app=%~dp0.."
set "java_home="

call :try "%app%\runtime"
call :try "%JAVA_HOME%"
call :try "%JAVA25_HOME%"
for /d %%j in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\*" ^
    "%ProgramFiles%\Amazon Corretto\*" "%ProgramFiles%\Zulu\*" "%ProgramFiles%\BellSoft\*") do call :try "%%~j"
if not defined java_home (
    echo outpace: Java 25 is needed and was not found; please install one, or set JAVA_HOME to its folder. 1>&2
    exit /b 1
)

set "class_path="
for %%j in ("%app%\lib\*.jar") do set "class_path=!class_path!%%~j;"
set "cache="
if exist "%app%\lib\outpace.aot" set cache="-XX:AOTCache=%app%\lib\outpace.aot" -Xlog:aot*=off,cds*=off
"%java_home%\bin\java" "--module-path=%app%\lib\javafx" "@%app%\lib\java.options" %cache% -cp "%class_path%" dev.outpace.app.Main %*
exit /b %errorlevel%

rem The release file of a JDK or JRE names its version.
:try
if defined java_home exit /b
if not exist "%~1\bin\java.exe" exit /b
for /f "tokens=2 delims=.=" %%v in ('findstr /b "JAVA_VERSION=" "%~1\release" 2^>nul') do (
    set "major=%%~v"
    set "major=!major:"=!"
    if !major! geq 25 set "java_home=%~1"
)
exit /b
