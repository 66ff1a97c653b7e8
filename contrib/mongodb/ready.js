// For mongosh, as the health check of compose.yaml: makes a replica set of one of a new server and the desk's user in
// it, each once; exit 0 when the desk can write. Passwords come from files and stand on no command line.
const { readFileSync } = require('node:fs');

const secret = name => readFileSync(`/run/secrets/${name}`, 'utf8').trim();
const root = encodeURIComponent(secret('mongodb_root_password'));
const admin = connect(`mongodb://root:${root}@127.0.0.1:27017/admin?directConnection=true`);

function isReady() {
  const hello = admin.runCommand({ hello: 1 });
  if (hello.setName === undefined) {
    const members = [{ _id: 0, host: 'mongodb:27017' }];
    admin.runCommand({ replSetInitiate: { _id: 'rs0', members } });
    return false;
  }
  if (!hello.isWritablePrimary) return false;
  const desk = admin.getSiblingDB('ventanilla');
  if (desk.runCommand({ usersInfo: 'desk' }).users.length === 0) {
    const roles = [{ role: 'readWrite', db: 'ventanilla' }];
    desk.runCommand({ createUser: 'desk', pwd: secret('mongodb_desk_password'), roles });
  }
  return true;
}

quit(isReady() ? 0 : 1);
