#!/usr/bin/env bash
# install-java.sh FOLDER SOURCE ARTIFACT…: compiles a driver with a client from Maven Central. Needs a JDK and Maven.
set -euo pipefail
folder=$1 source=$2
shift 2
dependencies=
for artifact in "$@"; do
  IFS=: read -r group name version <<<"$artifact"
  dependencies+="<dependency><groupId>$group</groupId><artifactId>$name</artifactId><version>$version</version></dependency>"
done
cat >"$folder/pom.xml" <<END
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>driver</groupId><artifactId>driver</artifactId><version>1</version>
  <dependencies>$dependencies</dependencies>
</project>
END
mvn --quiet --batch-mode --file "$folder/pom.xml" dependency:copy-dependencies "-DoutputDirectory=$folder/lib"
javac -cp "$folder/lib/*" -d "$folder/classes" "$source"
