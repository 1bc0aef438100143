; generated with Python 3.11, numba 0.68.1, llvmlite 0.50.0, Linux x86_64
; source 6d0a9cfc73b05d4f9c60749caa5cf764
; entry seawater.paint_sky.0(float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64:2:C, float32:1:C, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float32:3:C, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float32:1:C, float32:2:C, float32:3:C) -> none
define void @seawater.paint_sky.0(ptr %0) {
  %2 = load double, ptr %0, align 8
  %3 = getelementptr i8, ptr %0, i64 8
  %4 = load double, ptr %3, align 8
  %5 = getelementptr i8, ptr %0, i64 16
  %6 = load double, ptr %5, align 8
  %7 = getelementptr i8, ptr %0, i64 136
  %8 = load ptr, ptr %7, align 8
  %9 = getelementptr i8, ptr %0, i64 184
  %10 = load double, ptr %9, align 8
  %11 = getelementptr i8, ptr %0, i64 192
  %12 = load double, ptr %11, align 8
  %13 = getelementptr i8, ptr %0, i64 256
  %14 = load ptr, ptr %13, align 8
  %15 = getelementptr i8, ptr %0, i64 264
  %16 = load i64, ptr %15, align 8
  %17 = getelementptr i8, ptr %0, i64 280
  %18 = load i64, ptr %17, align 8
  %19 = getelementptr i8, ptr %0, i64 312
  %20 = load double, ptr %19, align 8
  %21 = getelementptr i8, ptr %0, i64 320
  %22 = load double, ptr %21, align 8
  %23 = getelementptr i8, ptr %0, i64 352
  %24 = load double, ptr %23, align 8
  %25 = getelementptr i8, ptr %0, i64 360
  %26 = load double, ptr %25, align 8
  %27 = getelementptr i8, ptr %0, i64 368
  %28 = load double, ptr %27, align 8
  %29 = getelementptr i8, ptr %0, i64 376
  %30 = load double, ptr %29, align 8
  %31 = getelementptr i8, ptr %0, i64 384
  %32 = load double, ptr %31, align 8
  %33 = getelementptr i8, ptr %0, i64 392
  %34 = load double, ptr %33, align 8
  %35 = getelementptr i8, ptr %0, i64 400
  %36 = load double, ptr %35, align 8
  %37 = getelementptr i8, ptr %0, i64 408
  %38 = load ptr, ptr %37, align 8
  %39 = getelementptr i8, ptr %0, i64 432
  %40 = load ptr, ptr %39, align 8
  %41 = getelementptr i8, ptr %0, i64 448
  %42 = load i64, ptr %41, align 8
  %43 = getelementptr i8, ptr %0, i64 472
  %44 = load ptr, ptr %43, align 8
  %45 = getelementptr i8, ptr %0, i64 480
  %46 = load i64, ptr %45, align 8
  %47 = getelementptr i8, ptr %0, i64 488
  %48 = load i64, ptr %47, align 8
  %49 = getelementptr i8, ptr %0, i64 496
  %50 = load i64, ptr %49, align 8
  %51 = fdiv double 1.000000e+00, %32
  %52 = fptrunc double %51 to float
  %53 = fptrunc double %36 to float
  %54 = fmul double %20, -8.000000e+00
  %55 = fptrunc double %54 to float
  %56 = fmul float %55, 0x3FF7154760000000
  %57 = sitofp i64 %48 to double
  %58 = fmul double %57, 5.000000e-01
  %59 = fadd double %58, -5.000000e-01
  %60 = fptrunc double %59 to float
  %61 = tail call i64 @llvm.smin.i64(i64 %46, i64 %16)
  %62 = icmp slt i64 %61, 1
  br i1 %62, label %675, label %63
63:
  %64 = getelementptr i8, ptr %0, i64 272
  %65 = load i64, ptr %64, align 8
  %66 = getelementptr i8, ptr %0, i64 208
  %67 = load double, ptr %66, align 8
  %68 = getelementptr i8, ptr %0, i64 200
  %69 = load double, ptr %68, align 8
  %70 = getelementptr i8, ptr %0, i64 112
  %71 = load i64, ptr %70, align 8
  %72 = getelementptr i8, ptr %0, i64 96
  %73 = load ptr, ptr %72, align 8
  %74 = icmp slt i64 %48, 1
  %75 = mul i64 %65, %18
  %76 = mul i64 %50, %48
  %77 = fcmp ogt double %10, 0.000000e+00
  %78 = fcmp ogt double %12, 0.000000e+00
  %79 = select i1 %77, i1 true, i1 %78
  %80 = icmp sgt i64 %48, 0
  %81 = fmul double %69, 1.350000e-02
  %82 = fadd double %81, 1.200000e-02
  %83 = fcmp olt double %67, 1.200000e-03
  %84 = select i1 %83, double 1.200000e-03, double %67
  %85 = fcmp ogt double %69, 5.000000e-01
  %86 = mul i64 %71, 56
  %87 = getelementptr i8, ptr %73, i64 %86
  %88 = getelementptr i8, ptr %87, i64 8
  %89 = getelementptr i8, ptr %87, i64 16
  %90 = fmul double %67, 6.200000e-01
  %91 = fcmp ogt double %90, 6.000000e-04
  %92 = select i1 %91, double %90, double 6.000000e-04
  %93 = fdiv double 6.000000e-04, %92
  %94 = and i1 %79, %80
  br label %95
95:
  %96 = phi i64 [ 0, %63 ], [ %97, %610 ]
  %97 = add nuw nsw i64 %96, 1
  %98 = uitofp i64 %96 to double
  %99 = fsub double %34, %98
  %100 = fadd double %99, -5.000000e-01
  %101 = fptrunc double %100 to float
  br i1 %74, label %610, label %612
102:
  %103 = mul i64 %75, %96
  %104 = getelementptr float, ptr %14, i64 %103
  %105 = mul i64 %76, %96
  %106 = getelementptr float, ptr %44, i64 %105
  br label %653
107:
  %108 = add nuw nsw i64 %654, 1
  %109 = icmp eq i64 %48, %108
  br i1 %109, label %110, label %653
110:
  br i1 %94, label %111, label %610
111:
  %112 = phi i64 [ %113, %580 ], [ 0, %110 ]
  %113 = add nuw nsw i64 %112, 1
  %114 = uitofp i64 %112 to double
  %115 = fadd double %114, 5.000000e-01
  %116 = fsub double %115, %58
  %117 = fmul double %36, %116
  %118 = fadd double %34, %117
  %119 = fsub double %118, %98
  %120 = fadd double %119, -5.000000e-01
  %121 = fmul double %51, %120
  %122 = fmul double %51, %116
  %123 = fmul double %28, %122
  %124 = fadd double %24, %123
  %125 = fmul double %30, %122
  %126 = fadd double %26, %125
  %127 = fmul double %124, %124
  %128 = fmul double %126, %126
  %129 = fadd double %127, %128
  %130 = fmul double %121, %121
  %131 = fadd double %129, %130
  %132 = tail call double @llvm.sqrt.f64(double %131)
  %133 = fdiv double 1.000000e+00, %132
  %134 = fmul double %121, %133
  %135 = fcmp olt double %134, 5.000000e-04
  %136 = select i1 %135, double 5.000000e-04, double %134
  %137 = fmul double %4, %136
  br i1 %77, label %145, label %138
138:
  %139 = fmul double %2, %124
  %140 = fmul double %6, %126
  %141 = fadd double %139, %140
  %142 = fmul double %141, %133
  %143 = fadd double %142, %137
  %144 = fcmp ogt double %143, 9.975000e-01
  br i1 %144, label %145, label %580
145:
  %146 = fmul double %124, %133
  %147 = fmul double %126, %133
  %148 = fmul double %2, %146
  %149 = fadd double %148, %137
  %150 = fmul double %6, %147
  %151 = fadd double %150, %149
  %152 = fcmp ogt double %151, 0x3FEFEF9DB22D0E56
  %153 = select i1 %78, i1 %152, i1 false
  br i1 %153, label %154, label %296
154:
  %155 = fsub double 1.000000e+00, %151
  %156 = fmul double %155, 2.000000e+00
  %157 = fcmp olt double %156, 0.000000e+00
  %158 = select i1 %157, double 0.000000e+00, double %156
  %159 = tail call double @llvm.sqrt.f64(double %158)
  %160 = fsub double %82, %159
  %161 = fdiv double %160, %84
  %162 = fadd double %161, 5.000000e-01
  %163 = fcmp olt double %162, 0.000000e+00
  %164 = select i1 %163, double 0.000000e+00, double %162
  %165 = fcmp ogt double %164, 1.000000e+00
  %166 = select i1 %165, double 1.000000e+00, double %164
  %167 = fcmp ugt double %166, 0.000000e+00
  br i1 %167, label %168, label %284
168:
  br i1 %85, label %169, label %278
169:
  %170 = fmul double %6, %146
  %171 = fmul double %2, %147
  %172 = fsub double %170, %171
  %173 = fmul double %172, 5.500000e+00
  %174 = fsub double %136, %4
  %175 = fmul double %174, 5.500000e+00
  %176 = fadd double %173, 3.700000e-01
  %177 = fadd double %175, 1.100000e-01
  %178 = fmul double %176, 1.280000e+02
  %179 = fadd double %178, -5.000000e-01
  %180 = fmul double %177, 1.280000e+02
  %181 = fadd double %180, -5.000000e-01
  %182 = tail call double @llvm.floor.f64(double %179)
  %183 = tail call double @llvm.floor.f64(double %181)
  %184 = fsub double %179, %182
  %185 = fsub double %181, %183
  %186 = fptosi double %182 to i64
  %187 = and i64 %186, 127
  %188 = fptosi double %183 to i64
  %189 = add i64 %186, 1
  %190 = and i64 %189, 127
  %191 = shl i64 %188, 7
  %192 = and i64 %191, 16256
  %193 = getelementptr float, ptr %8, i64 %192
  %194 = getelementptr i8, ptr %193, i64 1310720
  %195 = getelementptr float, ptr %194, i64 %187
  %196 = load float, ptr %195, align 4
  %197 = fsub double 1.000000e+00, %184
  %198 = fpext float %196 to double
  %199 = fmul double %197, %198
  %200 = getelementptr float, ptr %194, i64 %190
  %201 = load float, ptr %200, align 4
  %202 = fpext float %201 to double
  %203 = fmul double %184, %202
  %204 = fadd double %199, %203
  %205 = add i64 %191, 128
  %206 = and i64 %205, 16256
  %207 = getelementptr float, ptr %8, i64 %206
  %208 = getelementptr i8, ptr %207, i64 1310720
  %209 = getelementptr float, ptr %208, i64 %187
  %210 = load float, ptr %209, align 4
  %211 = fpext float %210 to double
  %212 = fmul double %197, %211
  %213 = getelementptr float, ptr %208, i64 %190
  %214 = load float, ptr %213, align 4
  %215 = fpext float %214 to double
  %216 = fmul double %184, %215
  %217 = fadd double %212, %216
  %218 = fsub double 1.000000e+00, %185
  %219 = fmul double %218, %204
  %220 = fmul double %185, %217
  %221 = fadd double %219, %220
  %222 = fmul double %176, 6.400000e+01
  %223 = fadd double %222, -5.000000e-01
  %224 = fmul double %177, 6.400000e+01
  %225 = fadd double %224, -5.000000e-01
  %226 = tail call double @llvm.floor.f64(double %223)
  %227 = tail call double @llvm.floor.f64(double %225)
  %228 = fsub double %223, %226
  %229 = fsub double %225, %227
  %230 = fptosi double %226 to i64
  %231 = and i64 %230, 63
  %232 = fptosi double %227 to i64
  %233 = add i64 %230, 1
  %234 = and i64 %233, 63
  %235 = shl i64 %232, 6
  %236 = and i64 %235, 4032
  %237 = getelementptr float, ptr %8, i64 %236
  %238 = getelementptr i8, ptr %237, i64 1376256
  %239 = getelementptr float, ptr %238, i64 %231
  %240 = load float, ptr %239, align 4
  %241 = fsub double 1.000000e+00, %228
  %242 = fpext float %240 to double
  %243 = fmul double %241, %242
  %244 = getelementptr float, ptr %238, i64 %234
  %245 = load float, ptr %244, align 4
  %246 = fpext float %245 to double
  %247 = fmul double %228, %246
  %248 = fadd double %243, %247
  %249 = add i64 %235, 64
  %250 = and i64 %249, 4032
  %251 = getelementptr float, ptr %8, i64 %250
  %252 = getelementptr i8, ptr %251, i64 1376256
  %253 = getelementptr float, ptr %252, i64 %231
  %254 = load float, ptr %253, align 4
  %255 = fpext float %254 to double
  %256 = fmul double %241, %255
  %257 = getelementptr float, ptr %252, i64 %234
  %258 = load float, ptr %257, align 4
  %259 = fpext float %258 to double
  %260 = fmul double %228, %259
  %261 = fadd double %256, %260
  %262 = fsub double 1.000000e+00, %229
  %263 = fmul double %262, %248
  %264 = fmul double %229, %261
  %265 = fadd double %263, %264
  %266 = fsub double %265, %221
  %267 = fmul double %266, 0.000000e+00
  %268 = fadd double %221, %267
  %269 = fadd double %268, -2.500000e-01
  %270 = fmul double %269, 2.200000e+00
  %271 = fcmp olt double %270, 0.000000e+00
  %272 = select i1 %271, double 0.000000e+00, double %270
  %273 = fcmp ogt double %272, 1.000000e+00
  %274 = select i1 %273, double 1.000000e+00, double %272
  %275 = fmul double %274, 5.000000e-01
  %276 = fadd double %275, 6.200000e-01
  %277 = fmul double %166, %276
  br label %284
278:
  %279 = fdiv double %159, %82
  %280 = fmul double %279, 4.500000e-01
  %281 = fmul double %279, %280
  %282 = fsub double 1.000000e+00, %281
  %283 = fmul double %282, %166
  br label %284
284:
  %285 = phi double [ %283, %278 ], [ %277, %169 ], [ 0.000000e+00, %154 ]
  %286 = fmul double %12, %285
  %287 = load double, ptr %87, align 8
  %288 = fmul double %286, %287
  %289 = fadd double %288, 0.000000e+00
  %290 = load double, ptr %88, align 8
  %291 = fmul double %286, %290
  %292 = fadd double %291, 0.000000e+00
  %293 = load double, ptr %89, align 8
  %294 = fmul double %286, %293
  %295 = fadd double %294, 0.000000e+00
  br label %296
296:
  %297 = phi double [ %289, %284 ], [ 0.000000e+00, %145 ]
  %298 = phi double [ %292, %284 ], [ 0.000000e+00, %145 ]
  %299 = phi double [ %295, %284 ], [ 0.000000e+00, %145 ]
  %300 = fcmp ogt double %136, 0.000000e+00
  %301 = select i1 %77, i1 %300, i1 false
  br i1 %301, label %302, label %582
302:
  %303 = fadd double %136, 1.000000e+00
  %304 = fdiv double %146, %303
  %305 = fdiv double %147, %303
  br label %422
306:
  %307 = phi double [ %313, %306 ], [ 1.000000e+00, %422 ]
  %308 = phi double [ %315, %306 ], [ %93, %422 ]
  %309 = phi i64 [ %314, %306 ], [ 2, %422 ]
  %310 = and i64 %309, 1
  %311 = icmp eq i64 %310, 0
  %312 = fmul double %307, %308
  %313 = select i1 %311, double %307, double %312
  %314 = lshr i64 %309, 1
  %315 = fmul double %308, %308
  %316 = icmp eq i64 %314, 0
  br i1 %316, label %317, label %306
317:
  %318 = fadd double %432, 2.000000e-01
  %319 = add i64 %439, 1603997607
  %320 = lshr i64 %319, 15
  %321 = and i64 %320, 131071
  %322 = xor i64 %321, %319
  %323 = mul i64 %322, 2246822519
  %324 = lshr i64 %323, 13
  %325 = and i64 %324, 524287
  %326 = xor i64 %325, %323
  %327 = mul i64 %326, 3266489917
  %328 = and i64 %327, 4294967295
  %329 = lshr i64 %328, 16
  %330 = xor i64 %329, %328
  %331 = uitofp i64 %330 to double
  %332 = fmul double %331, 0x3DF0000000000000
  %333 = fmul double %332, 6.000000e-01
  %334 = fadd double %318, %333
  %335 = fsub double %334, %431
  %336 = fadd double %430, 2.000000e-01
  %337 = add i64 %439, 610608897
  %338 = lshr i64 %337, 15
  %339 = and i64 %338, 131071
  %340 = xor i64 %339, %337
  %341 = mul i64 %340, 2246822519
  %342 = lshr i64 %341, 13
  %343 = and i64 %342, 524287
  %344 = xor i64 %343, %341
  %345 = mul i64 %344, 3266489917
  %346 = and i64 %345, 4294967295
  %347 = lshr i64 %346, 16
  %348 = xor i64 %347, %346
  %349 = uitofp i64 %348 to double
  %350 = fmul double %349, 0x3DF0000000000000
  %351 = fmul double %350, 6.000000e-01
  %352 = fadd double %336, %351
  %353 = fsub double %352, %429
  %354 = fmul double %353, %353
  %355 = fmul double %335, %335
  %356 = fadd double %354, %355
  %357 = mul nuw nsw i64 %427, %427
  %358 = uitofp i64 %357 to double
  %359 = fmul double %92, %358
  %360 = fmul double %92, %359
  %361 = fdiv double %356, %360
  %362 = fcmp olt double %361, 1.200000e+01
  br i1 %362, label %363, label %420
363:
  %364 = fdiv double %453, 3.400000e-01
  br label %365
365:
  %366 = phi double [ 1.000000e+00, %363 ], [ %372, %365 ]
  %367 = phi double [ %364, %363 ], [ %374, %365 ]
  %368 = phi i64 [ 4, %363 ], [ %373, %365 ]
  %369 = and i64 %368, 1
  %370 = icmp eq i64 %369, 0
  %371 = fmul double %366, %367
  %372 = select i1 %370, double %366, double %371
  %373 = lshr i64 %368, 1
  %374 = fmul double %367, %367
  %375 = icmp eq i64 %373, 0
  br i1 %375, label %376, label %365
376:
  %377 = phi double [ %383, %376 ], [ 1.000000e+00, %365 ]
  %378 = phi double [ %385, %376 ], [ %364, %365 ]
  %379 = phi i64 [ %384, %376 ], [ 24, %365 ]
  %380 = and i64 %379, 1
  %381 = icmp eq i64 %380, 0
  %382 = fmul double %377, %378
  %383 = select i1 %381, double %377, double %382
  %384 = lshr i64 %379, 1
  %385 = fmul double %378, %378
  %386 = icmp eq i64 %384, 0
  br i1 %386, label %387, label %376
387:
  %388 = fmul double %372, 5.000000e-01
  %389 = fadd double %388, 1.000000e-01
  %390 = fmul double %383, 1.500000e+00
  %391 = fadd double %389, %390
  %392 = add i64 %437, 2597386317
  %393 = lshr i64 %392, 15
  %394 = and i64 %393, 131071
  %395 = xor i64 %394, %392
  %396 = mul i64 %395, 2246822519
  %397 = lshr i64 %396, 13
  %398 = and i64 %397, 524287
  %399 = xor i64 %398, %396
  %400 = mul i64 %399, 3266489917
  %401 = and i64 %400, 4294967295
  %402 = lshr i64 %401, 16
  %403 = xor i64 %402, %401
  %404 = uitofp i64 %403 to double
  %405 = fmul double %404, 0x3DF0000000000000
  %406 = fmul double %405, 5.000000e+00
  %407 = fadd double %406, 2.000000e+00
  %408 = fmul double %22, %407
  %409 = fmul double %453, 4.000000e+01
  %410 = fadd double %409, %408
  %411 = tail call double @llvm.sin.f64(double %410)
  %412 = fmul double %411, 2.000000e-01
  %413 = fadd double %412, 8.000000e-01
  %414 = fmul double %413, %391
  %415 = fmul double %313, %414
  %416 = fmul double %361, -1.200000e+00
  %417 = tail call double @llvm.exp.f64(double %416)
  %418 = fmul double %417, %415
  %419 = fadd double %423, %418
  br label %420
420:
  %421 = phi double [ %423, %422 ], [ %419, %387 ], [ %423, %317 ]
  br i1 %424, label %455, label %422
422:
  %423 = phi double [ 0.000000e+00, %302 ], [ %421, %420 ]
  %424 = phi i1 [ false, %302 ], [ true, %420 ]
  %425 = phi i64 [ 0, %302 ], [ 1, %420 ]
  %426 = mul nuw nsw i64 %425, 55
  %427 = add nuw nsw i64 %426, 46
  %428 = uitofp i64 %427 to double
  %429 = fmul double %304, %428
  %430 = tail call double @llvm.floor.f64(double %429)
  %431 = fmul double %305, %428
  %432 = tail call double @llvm.floor.f64(double %431)
  %433 = fptosi double %430 to i64
  %434 = fptosi double %432 to i64
  %435 = mul i64 %433, 374761393
  %436 = mul i64 %434, 668265263
  %437 = add i64 %436, %435
  %438 = mul nuw nsw i64 %425, 2246822519
  %439 = add i64 %437, %438
  %440 = add i64 %439, 3912187483
  %441 = lshr i64 %440, 15
  %442 = and i64 %441, 131071
  %443 = xor i64 %442, %440
  %444 = mul i64 %443, 2246822519
  %445 = lshr i64 %444, 13
  %446 = and i64 %445, 524287
  %447 = xor i64 %446, %444
  %448 = mul i64 %447, 3266489917
  %449 = and i64 %448, 4294967295
  %450 = lshr i64 %449, 16
  %451 = xor i64 %450, %449
  %452 = uitofp i64 %451 to double
  %453 = fmul double %452, 0x3DF0000000000000
  %454 = fcmp ogt double %453, 3.400000e-01
  br i1 %454, label %420, label %306
455:
  %456 = fmul double %136, 5.000000e+00
  %457 = fcmp ogt double %456, 1.000000e+00
  %458 = select i1 %457, double 1.000000e+00, double %456
  %459 = fmul double %10, %458
  %460 = fmul double %459, %421
  %461 = fmul double %146, 5.500000e-01
  %462 = fmul double %136, 6.200000e-01
  %463 = fadd double %461, %462
  %464 = fmul double %147, 5.600000e-01
  %465 = fsub double %463, %464
  %466 = fmul double %146, 3.100000e-01
  %467 = fmul double %136, 2.000000e-01
  %468 = fadd double %466, %467
  %469 = fmul double %147, 3.100000e-01
  %470 = fmul double %468, 2.560000e+02
  %471 = fadd double %470, -5.000000e-01
  %472 = fmul double %469, 2.560000e+02
  %473 = fadd double %472, -5.000000e-01
  %474 = tail call double @llvm.floor.f64(double %471)
  %475 = tail call double @llvm.floor.f64(double %473)
  %476 = fsub double %471, %474
  %477 = fsub double %473, %475
  %478 = fptosi double %474 to i64
  %479 = and i64 %478, 255
  %480 = fptosi double %475 to i64
  %481 = add i64 %478, 1
  %482 = and i64 %481, 255
  %483 = shl i64 %480, 8
  %484 = and i64 %483, 65280
  %485 = getelementptr float, ptr %8, i64 %484
  %486 = getelementptr i8, ptr %485, i64 2446592
  %487 = getelementptr float, ptr %486, i64 %479
  %488 = load float, ptr %487, align 4
  %489 = fsub double 1.000000e+00, %476
  %490 = fpext float %488 to double
  %491 = fmul double %489, %490
  %492 = getelementptr float, ptr %486, i64 %482
  %493 = load float, ptr %492, align 4
  %494 = fpext float %493 to double
  %495 = fmul double %476, %494
  %496 = fadd double %491, %495
  %497 = add i64 %483, 256
  %498 = and i64 %497, 65280
  %499 = getelementptr float, ptr %8, i64 %498
  %500 = getelementptr i8, ptr %499, i64 2446592
  %501 = getelementptr float, ptr %500, i64 %479
  %502 = load float, ptr %501, align 4
  %503 = fpext float %502 to double
  %504 = fmul double %489, %503
  %505 = getelementptr float, ptr %500, i64 %482
  %506 = load float, ptr %505, align 4
  %507 = fpext float %506 to double
  %508 = fmul double %476, %507
  %509 = fadd double %504, %508
  %510 = fsub double 1.000000e+00, %477
  %511 = fmul double %510, %496
  %512 = fmul double %477, %509
  %513 = fadd double %511, %512
  %514 = fmul double %468, 1.280000e+02
  %515 = fadd double %514, -5.000000e-01
  %516 = fmul double %469, 1.280000e+02
  %517 = fadd double %516, -5.000000e-01
  %518 = tail call double @llvm.floor.f64(double %515)
  %519 = tail call double @llvm.floor.f64(double %517)
  %520 = fsub double %515, %518
  %521 = fsub double %517, %519
  %522 = fptosi double %518 to i64
  %523 = and i64 %522, 127
  %524 = fptosi double %519 to i64
  %525 = add i64 %522, 1
  %526 = and i64 %525, 127
  %527 = shl i64 %524, 7
  %528 = and i64 %527, 16256
  %529 = getelementptr float, ptr %8, i64 %528
  %530 = getelementptr i8, ptr %529, i64 2708736
  %531 = getelementptr float, ptr %530, i64 %523
  %532 = load float, ptr %531, align 4
  %533 = fsub double 1.000000e+00, %520
  %534 = fpext float %532 to double
  %535 = fmul double %533, %534
  %536 = getelementptr float, ptr %530, i64 %526
  %537 = load float, ptr %536, align 4
  %538 = fpext float %537 to double
  %539 = fmul double %520, %538
  %540 = fadd double %535, %539
  %541 = add i64 %527, 128
  %542 = and i64 %541, 16256
  %543 = getelementptr float, ptr %8, i64 %542
  %544 = getelementptr i8, ptr %543, i64 2708736
  %545 = getelementptr float, ptr %544, i64 %523
  %546 = load float, ptr %545, align 4
  %547 = fpext float %546 to double
  %548 = fmul double %533, %547
  %549 = getelementptr float, ptr %544, i64 %526
  %550 = load float, ptr %549, align 4
  %551 = fpext float %550 to double
  %552 = fmul double %520, %551
  %553 = fadd double %548, %552
  %554 = fsub double 1.000000e+00, %521
  %555 = fmul double %554, %540
  %556 = fmul double %521, %553
  %557 = fadd double %555, %556
  %558 = fsub double %557, %513
  %559 = fmul double %558, 0.000000e+00
  %560 = fadd double %513, %559
  %561 = fneg double %465
  %562 = fmul double %465, %561
  %563 = fmul double %562, 2.200000e+01
  %564 = tail call double @llvm.exp.f64(double %563)
  %565 = fmul double %564, %560
  %566 = fmul double %560, %565
  %567 = fmul double %566, 3.500000e-02
  %568 = fmul double %459, %567
  %569 = fmul double %568, 8.500000e-01
  %570 = fadd double %460, %569
  %571 = fadd double %297, %570
  %572 = fmul double %460, 1.020000e+00
  %573 = fmul double %568, 9.000000e-01
  %574 = fadd double %572, %573
  %575 = fadd double %298, %574
  %576 = fmul double %460, 1.100000e+00
  %577 = fmul double %568, 1.150000e+00
  %578 = fadd double %576, %577
  %579 = fadd double %299, %578
  br label %582
580:
  %581 = icmp eq i64 %48, %113
  br i1 %581, label %610, label %111
582:
  %583 = phi double [ %571, %455 ], [ %297, %296 ]
  %584 = phi double [ %575, %455 ], [ %298, %296 ]
  %585 = phi double [ %579, %455 ], [ %299, %296 ]
  %586 = mul i64 %112, %18
  %587 = getelementptr float, ptr %104, i64 %586
  %588 = getelementptr i8, ptr %587, i64 12
  %589 = load float, ptr %588, align 4
  %590 = getelementptr float, ptr %38, i64 %112
  %591 = load float, ptr %590, align 4
  %592 = fmul float %589, %591
  %593 = fpext float %592 to double
  %594 = fmul double %583, %593
  %595 = fmul double %584, %593
  %596 = fmul double %585, %593
  %597 = mul i64 %112, %50
  %598 = getelementptr float, ptr %106, i64 %597
  %599 = load float, ptr %598, align 4
  %600 = fptrunc double %594 to float
  %601 = fadd float %599, %600
  store float %601, ptr %598, align 4
  %602 = getelementptr i8, ptr %598, i64 4
  %603 = load float, ptr %602, align 4
  %604 = fptrunc double %595 to float
  %605 = fadd float %603, %604
  store float %605, ptr %602, align 4
  %606 = getelementptr i8, ptr %598, i64 8
  %607 = load float, ptr %606, align 4
  %608 = fptrunc double %596 to float
  %609 = fadd float %607, %608
  store float %609, ptr %606, align 4
  br label %580
610:
  %611 = icmp eq i64 %97, %61
  br i1 %611, label %675, label %95
612:
  %613 = phi i64 [ %614, %612 ], [ 0, %95 ]
  %614 = add nuw nsw i64 %613, 1
  %615 = trunc i64 %613 to i32
  %616 = sitofp i32 %615 to float
  %617 = fsub float %616, %60
  %618 = fmul float %617, %53
  %619 = fadd float %618, %101
  %620 = fmul float %619, %52
  %621 = fcmp olt float %620, 0x3F40624DE0000000
  %622 = select i1 %621, float 0x3F40624DE0000000, float %620
  %623 = fmul float %617, %52
  %624 = fmul float %623, %623
  %625 = fadd float %624, 1.000000e+00
  %626 = fmul float %622, %622
  %627 = fadd float %625, %626
  %628 = tail call float @llvm.sqrt.f32(float %627)
  %629 = fmul float %56, %628
  %630 = fdiv float %629, %622
  %631 = fcmp olt float %630, -1.260000e+02
  %632 = select i1 %631, float -1.260000e+02, float %630
  %633 = fcmp ogt float %632, 1.260000e+02
  %634 = select i1 %633, float 1.260000e+02, float %632
  %635 = fadd float %634, 5.000000e-01
  %636 = tail call float @llvm.floor.f32(float %635)
  %637 = fsub float %634, %636
  %638 = fmul float %637, 0x3F83C6E5C0000000
  %639 = fadd float %638, 0x3FAC96D5E0000000
  %640 = fmul float %637, %639
  %641 = fadd float %640, 0x3FCEBFB3E0000000
  %642 = fmul float %637, %641
  %643 = fadd float %642, 0x3FE62E2D20000000
  %644 = fmul float %637, %643
  %645 = fadd float %644, 1.000000e+00
  %646 = fptosi float %636 to i32
  %647 = shl i32 %646, 23
  %648 = add i32 %647, 1065353216
  %649 = bitcast i32 %648 to float
  %650 = fmul float %645, %649
  %651 = getelementptr float, ptr %38, i64 %613
  store float %650, ptr %651, align 4
  %652 = icmp eq i64 %48, %614
  br i1 %652, label %102, label %612
653:
  %654 = phi i64 [ 0, %102 ], [ %108, %107 ]
  %655 = getelementptr float, ptr %38, i64 %654
  %656 = load float, ptr %655, align 4
  %657 = mul i64 %654, %42
  %658 = getelementptr float, ptr %40, i64 %657
  %659 = mul i64 %654, %18
  %660 = getelementptr float, ptr %104, i64 %659
  %661 = mul i64 %654, %50
  %662 = getelementptr float, ptr %106, i64 %661
  br label %663
663:
  %664 = phi i64 [ 0, %653 ], [ %665, %663 ]
  %665 = add nuw nsw i64 %664, 1
  %666 = getelementptr float, ptr %658, i64 %664
  %667 = load float, ptr %666, align 4
  %668 = getelementptr float, ptr %660, i64 %664
  %669 = load float, ptr %668, align 4
  %670 = fsub float %669, %667
  %671 = fmul float %656, %670
  %672 = fadd float %667, %671
  %673 = getelementptr float, ptr %662, i64 %664
  store float %672, ptr %673, align 4
  %674 = icmp eq i64 %665, 3
  br i1 %674, label %107, label %663
675:
  ret void
}
declare double @llvm.floor.f64(double)
declare double @llvm.sin.f64(double)
declare double @llvm.exp.f64(double)
declare float @llvm.floor.f32(float)
declare i64 @llvm.smin.i64(i64, i64)
declare double @llvm.sqrt.f64(double)
declare float @llvm.sqrt.f32(float)
