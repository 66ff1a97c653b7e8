/** A question with the procedures that answer it, any of which is right first; '' when none is known. */
export type Question = [text: string, procedures: string];

/** Invented questions written before the words and weights were worked out. */
export const FIRST: Question[] = [
  ['¿qué necesito para renovar la cédula?', 'cedula_renovacion'],
  ['buenas, cuanto cuesta sacar otra cedula si se me perdio', 'cedula_duplicado'],
  ['mi hija de 10 años perdió su cédula juvenil, cuánto sale otra?', 'cedula_juvenil_dup'],
  ['me casé y quiero ponerme el apellido de mi esposo en la cédula, cómo hago', 'cedula_modificacion'],
  ['dónde retiro la cédula que ya me dijeron que está lista', 'cedula_retiro'],
  ['donde saco un certificado de nacimiento', 'cert_nacimiento'],
  ['mi bebé nació en España, cómo lo inscribo en Panamá?', 'nacimiento_exterior'],
  ['How much is a passport for the first time?', 'pasaporte_primera'],
  ['se me vence el pasaporte en marzo, q tengo q llevar pa renovarlo', 'pasaporte_renovacion'],
  ['requisitos para el pasaporte de mi hijo de 5 años', 'pasaporte_menor'],
  ['how do I renew my driving licence?', 'licencia_renovacion'],
  ['me robaron la cartera con la licencia, cómo saco el duplicado?', 'licencia_duplicado'],
  ['quiero subir mi licencia a tipo E1 que necesito', 'licencia_ampliacion'],
  ['cuánto es la multa si no saqué la placa a tiempo?', 'placa_panama'],
  ['cuanto vale el revisado del carro', 'revisado'],
  ['como saco el record policivo', 'record_policivo'],
  ['cuándo pagan el PASE-U?', 'pase_u'],
  ['mi hermana puede ir a cobrar la beca por mí? qué papel necesita', 'pase_u_tercero'],
  ['quiero aplicar a una beca socioeconomica del ifarhu, qué promedio piden', 'beca_socio'],
  ['qué documentos piden para meter a mi abuela en los 120 a los 65', '120_65'],
  ['cómo reclamo una factura de luz que está muy alta', 'reclamo_luz'],
  ['el bajón de luz me quemó la nevera, ante quién reclamo?', 'reclamo_equipos'],
  ['a donde reporto un poste sin luz', 'luminaria'],
  ['qué piden para un contrato nuevo de agua', 'contrato_agua'],
  ['donde saco el paz y salvo de la basura', 'pys_aseo'],
  ['cómo pongo una queja en la acodeco contra una mueblería', 'queja_acodeco'],
  ['soy venezolano, cómo saco el RUC', 'ruc_extranjero'],
  ['se me olvidó la clave del etax', 'nit'],
  ['what do I need to open a small business?', 'aviso_operacion'],
  ['cuánto cuesta renovar el carnet de migración', 'carnet_migracion'],
  ['where can I get a document apostilled?', 'apostilla'],
  ['cómo saco una cita con el cardiólogo del seguro', 'cita_css'],
  ['me botaron del trabajo, cómo sé cuánto me toca de liquidación?', 'liquidacion'],
  ['how do I sue my neighbor for the noise?', 'casa_paz'],
  ['hay que esperar 24 horas para denunciar a un desaparecido?', 'desaparecido'],
  ['¿a qué hora abre el parque Omar?', ''],
  ['quién es el alcalde de San Miguelito?', ''],
  ['cómo adopto un perro del municipio?', ''],
  ['where can I pay the property tax?', ''],
  ['hay cupo para el curso de soldadura del inadeh?', ''],
];

/** The same, written afterwards and fitted to nothing. */
export const SECOND: Question[] = [];
