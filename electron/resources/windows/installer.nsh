; Links of tokentray:// for this user alone (what stands behind the dashes is no option, whatever a link holds); the uninstaller takes them and the start at login away again.
!macro customInstall
  WriteRegStr HKCU "Software\Classes\tokentray" "" "URL:Tokentray"
  WriteRegStr HKCU "Software\Classes\tokentray" "URL Protocol" ""
  WriteRegStr HKCU "Software\Classes\tokentray\DefaultIcon" "" "$INSTDIR\Tokentray.exe,0"
  WriteRegStr HKCU "Software\Classes\tokentray\shell\open\command" "" '"$INSTDIR\Tokentray.exe" "--" "%1"'
!macroend

; Of every profile, folder and demo: "tokentray", and what begins with "tokentray-", in whatever case.
!macro removeLoginItems KEY
  StrCpy $R0 0
  ${Do}
    ClearErrors
    EnumRegValue $R1 HKCU "${KEY}" $R0
    ${If} ${Errors}
      ${ExitDo}
    ${EndIf}
    IntOp $R0 $R0 + 1
    StrCpy $R2 $R1 10
    ${If} $R1 == "tokentray"
    ${OrIf} $R2 == "tokentray-"
      ClearErrors
      DeleteRegValue HKCU "${KEY}" $R1
      ${IfNot} ${Errors}
        ; The others have other numbers by now. One that cannot be deleted is passed over.
        StrCpy $R0 0
      ${EndIf}
    ${EndIf}
  ${Loop}
!macroend

!macro customUnInstall
  ; An update uninstalls first: it keeps both.
  ${ifNot} ${isUpdated}
    DeleteRegKey HKCU "Software\Classes\tokentray"
    !insertmacro removeLoginItems "Software\Microsoft\Windows\CurrentVersion\Run"
    !insertmacro removeLoginItems "Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
  ${endIf}
!macroend
