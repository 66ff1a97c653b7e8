/** What a citizen may answer to "¿Lo envío así?", as one person imagined it before any rule was written. */

/** Sent at once. */
export const YESES = `sí
Sí, envíelo por favor
claro que sí, mándelo
Está bien, envíelo por favor
ahora sí, mándalo
ya, ahora sí mande
está correcto, envíelo
todo bien, enviar
eso es, mande
póngalo así
así mismo es
pero bueno mandela
siga
sí, gracias, que Dios lo bendiga
bueno si, gracias por entender
dale nomás
okis
sisisi
sí señora, así mismo
correcto, proceda
proceda por favor
adelante con eso
adelante, gracias
claro, cómo no
cómo no
por supuesto que sí
si mi amor mandelo
sí, todo está correcto
todo correcto, muchas gracias
perfecto, envíe
exacto, así es
ajá, eso mismo
ajá sí
sí, así está perfecto
así está bien, envíelo
sí por fa
si xfa
sí, porfis, mándelo ya
mándelo de una vez
envíelo ya
envíe el reporte
sí, envíe la queja
puede enviarlo
ya lo puede mandar
lo puede enviar así
quiero que lo envíe
sí quiero enviarlo
sí deseo enviarla
de acuerdo, envíelo así
estoy de acuerdo
sí, estoy de acuerdo
totalmente de acuerdo
conforme
confirmado, gracias
le confirmo
confirmo el envío
hágale
hágalo
sí hágalo por favor
métale
tramítelo
regístrelo así
preséntela así
mandelo tal cual
envíelo tal como está
tal cual, sí
asi como esta, mandelo
está perfecto así, gracias señorita
bien, mándela
muy bien, envíela
bueno, está bien
okey mándalo pues
va, mándalo
simón, mándalo
chévere, envíelo
ya está bien, mande
listo, envíelo
listo, gracias
sí, rápido por favor
sí, lo más pronto posible por favor
sí, por favor, me urge
envielo cuanto antes
embielo
mandelo x favor
si enbialo
sí, eso es todo
sí, nada más
sí, es correcto
efectivamente
afirmativo, envíelo
positivo
me parece bien
me parece perfecto, mándelo
está bueno así
ok gracias, envíelo
okay, please send it
yes please
yes, send it
yes, that's right
yes that is correct, thank you
looks good, send it
looks good
sounds good
go ahead please
please go ahead and send it
sure, go ahead
yep send it
ok send
that's fine, send it
correct, please submit
submit it
please submit it, thanks
all good, thank you
i agree
yes i confirm
si, Dios le bendiga
amén, mándelo
sí, mil gracias por su ayuda
sí, y gracias por atenderme
ay sí, mándelo
pues sí
pues claro
obvio
obvio que sí
eso, mándelo
siga adelante
continúe por favor
prosiga
sí, continúe
le doy el visto bueno
visto bueno
apruebo
aprobado
ya pues envielo
mandalo nomas
si dele mija
si porfavor y gracias
sí, mándelo así mismo
claro mándele
esta todo ok
todo ok
si todo ok enviar
sí, así mismito
eso, así
acepto que lo envíen
autorizo
sí, autorizo el envío
sí autorizo
está excelente
excelente
excelente, envíe
super
de acuerdo con todo
ok dale
okay go
yes go ahead
yess
yea
please do send
ok that works
works for me
perfect thanks
si, ojalá hagan algo
que lo manden
si que lo envien
ya puede mandarlo gracias
vamos con eso
sí, correcto todo
es correcto
si es correcto lo que dice
siii mandalo x fa
SI ENVIAR
enviar ahora
Sí, gracias a Dios
bendiciones, sí
sí está bien gracias niña
buenísimo, mándelo`.split('\n');

/** The report is left, or they are asked once whether it shall be. */
export const LEAVINGS = `no, mejor no, yo llamo a ensa
quiero retirar el caso
ya no hace falta, volvió
no, déjelo así
déjelo, ya se arregló
no mande nada
nada, era una prueba
no, mentira, ya llegó
no, no enviar nada. mejor voy a la DIJ yo mismo
me arrepentí
no quiero poner queja
quiero cancelar mi queja
ya volvió la luz, pueden cerrar el caso
cancele eso
cancélelo por favor
cancela todo
anúlelo
anule el reporte
quiero anular la denuncia
bórrelo
borre ese reporte
elimine la queja
olvídelo
olvídese de eso
olvídate
mejor olvidémoslo
déjelo
déjalo así no más
dejémoslo así
dejemos eso así
ya no quiero
ya no quiero nada
ya no quiero poner la denuncia
no quiero denunciar
mejor no denuncio
mejor no pongo nada
mejor no lo mande
no lo envíe
no lo mande por favor
no la presente
no envíe la denuncia
no quiero que lo envíe
no quiero que manden nada
que no lo manden
no quiero seguir con esto
no deseo continuar
no deseo presentar la queja
desisto
desisto de la denuncia
cambié de opinión
cambie de idea, no lo mande
lo pensé mejor y no
lo pensé bien, mejor no
me da miedo, mejor no
no, tengo miedo, no lo mande
no quiero problemas, déjelo así
ya no es necesario
no hace falta, gracias
ya no lo necesito
ya no importa
no importa, gracias
ya para qué
ya se solucionó
ya lo arreglaron, gracias
ya regresó el agua
ya vino la luz
ya hay agua, gracias
ya vinieron a recoger la basura
ya me lo resolvieron
se arregló solo
ya está arreglado
ya quedó resuelto, no mande nada
ya apareció, gracias a Dios
era broma
es una broma
era mentira
estaba probando
solo era una prueba
estaba jugando, no mande nada
mi hijo escribió eso, no lo envíe
retírelo
retire la queja por favor
quiero retirar la denuncia
quisiera retirar mi queja
descarte eso
deséchelo
pare, no siga
no siga
deténgalo
no, gracias, yo lo resuelvo
mejor voy yo mismo a la alcaldía
mejor llamo yo
yo mismo lo arreglo
no gracias
never mind
nvm
forget it
cancel it please
cancel my report
please cancel that
don't send it
do not send anything
please don't send this
I changed my mind
I don't want to file it anymore
I don't want to report it
no longer needed
not needed anymore, thanks
it's fixed now, thanks
the power is back, never mind
it was just a test
just kidding
I was just testing
drop it
withdraw it
delete it please
stop, don't send
ya no hace falta que envíe nada
no envíes eso
no quiero que se envíe
mejor cancela
cancélala
quítelo, ya no
lo voy a dejar así
ya ni modo, déjelo
ahí déjelo
mejor lo dejo así
no, mejor lo dejo
ya se solucionó el problema, gracias
ya tenemos agua
ya nos pusieron la luz
acaba de llegar la luz
llegó la luz
ya pasó el carro de la basura
ya no hay problema
ya todo está bien, gracias
ya lo resolví yo
era jugando
es mentira, no pasa nada
era un chiste
no quiero meterme en líos, déjelo
por favor no lo envíe
don't bother
no need anymore
cancel please
actually never mind
I no longer want this
the water is back on
please disregard
disregard that
no, stop`.split('\n');

/** Neither: words of the matter, corrections, questions, a pause. */
export const NEITHERS = `sí hay agua pero sale sucia
no mandes nada todavía no, mejor nunca
sí, pero cambie el lugar
sí pero es en Betania
no, es en la calle 5
no es queja, es denuncia
no, la dirección está mal
no hay luz desde ayer
ya van tres días
ya vinieron y no hicieron nada
ya lo arreglaron mal, sigue botando agua
volvió a dañarse
ya llegó la cuenta y vino altísima
todavía no hay agua
sigue igual
siempre pasa lo mismo
se fue otra vez
mande a alguien a revisar
manden una cuadrilla
envíen una patrulla
que manden un camión cisterna
quiero que vengan
quiero que lo arreglen
quiero cambiar el lugar
cambie el asunto
no sé
está mal
así no
eso no fue lo que dije
no dije eso
espere
todavía no
un momento por favor
no lo mande todavía
déjeme pensarlo
luego le digo
¿cuánto se demoran?
¿quién lo atiende?
¿a quién lo envían?
¿y si lo cancelo después?
el poste está por caerse
agregue que hay niños
ponga que es urgente
pónganle que son dos huecos
mándelo al MOP
envíelo a la alcaldía, no al IDAAN
mándelo con reserva
envíelo anónimo
el municipio no manda a nadie
el idaan canceló mi contrato sin avisar
me cancelaron la cita en la caja
quiero cancelar mi contrato de luz y no me dejan
me borraron del padrón
retiraron el contenedor de basura
no quiero que pongan la antena ahí
ya no quiero más ruido de la cantina
dejaron la calle abierta
el recolector la deja tirada
olvidaron recoger mi calle
yes but the address is wrong
no, it is in Chitré
it is still broken
they fixed it badly and it leaks again
what happens next?
wait a minute
not yet
send somebody to fix it
the bus never comes
it happens every day
sí pero ponga la calle 6
no, ese no es el lugar
envíen a la policía
ya vinieron dos veces
ya no sé qué hacer
quítenme esa multa
retiren ese carro viejo
quiero que retiren el poste
no me han mandado el recibo
no llega la luz a la casa
ya está lloviendo otra vez
no hay quien lo arregle
mande el camión hoy
cierren esa cantina
borren el grafiti
paren esa obra
dejan la basura tirada
no dejan dormir
wrong place
the address is wrong
please fix the road
it stopped working
mándeselo a ellos`.split('\n');
